/** What a filter answers, as it is spoken of. */
export const answerName = (answer: number): string => names[answer] ?? `0x${answer.toString(16)}`

const names: Readonly<Record<number, string>> = {
  0x7fff_0000: 'allow',
  0x0000_0000: 'kill',
  0x0005_0001: 'EPERM',
  0x0005_0026: 'ENOSYS',
  0x0005_0061: 'EAFNOSUPPORT',
}
