// The letters of a language that nobody wrote: Georgian ones stand for what our messages and sentences say, and words of
// the letters q, x and z alone for what is data. Any other Latin letter on a page was said by neither.

/** What a message says, in letters that nothing else has. */
export const write = (text: string): string =>
  text.replace(/\p{Script=Latin}/gu, (letter) => {
    const place = letter.normalize('NFD').toLowerCase().charCodeAt(0) - 'a'.charCodeAt(0)
    return String.fromCodePoint(0x10d0 + (place >= 0 && place < 26 ? place : 26))
  })

/** The words in a text that no message said, and that are no data. */
export const unwritten = (text: string): string[] =>
  (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !/^[qxz]+$/i.test(word))
