/** Sentences by their keys, with `{name}` where something is filled in. */
export type Sentences = Readonly<Record<string, string>>

export interface FoundSentence {
  readonly key: string
  readonly values: Readonly<Record<string, string>>
}

/** Which of the sentences the text is, and what stands in its places; undefined where it is none of them. */
export const findSentence = (sentences: Sentences, text: string): FoundSentence | undefined => {
  for (const [key, sentence] of Object.entries(sentences)) {
    const match = toPattern(sentence).exec(text)
    if (match !== null) return { key, values: { ...match.groups } }
  }
  return undefined
}

const toPattern = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(/(\{\w+\})/)
      .map((part) => (/^\{\w+\}$/.test(part) ? `(?<${part.slice(1, -1)}>.+)` : escape(part)))
      .join('')}$`,
    's',
  )

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
