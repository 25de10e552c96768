import type { Facts } from '../facts/index.ts'

/**
 * A fact crosses the wire as a code with its arguments; what it says is said at the edges, once in each language: by a
 * table with one sentence for each code.
 */
export type Sentences<Fact extends { readonly code: string }> = {
  readonly [Code in Fact['code']]: (fact: Extract<Fact, { code: Code }>, forms: Forms) => string
}

/** All that a language has to say. */
export type Language = { readonly [About in keyof Facts]: Sentences<Facts[About]> }

/** How a reader's language, country and clock write what stands in a sentence. */
export interface Forms {
  /** A moment, given in ISO 8601. */
  readonly time: (iso: string) => string
  /** The same to the minute, where the second tells nothing. */
  readonly minute: (iso: string) => string
  /** A length of time, given in milliseconds. */
  readonly duration: (milliseconds: number) => string
  /** An amount of memory, given in bytes. */
  readonly bytes: (bytes: number) => string
}

/** Says facts, by what they are about: `speaker.inputFault(fault)`. */
export type Speaker = { readonly [About in keyof Facts]: (fact: Facts[About]) => string }

type Fact = Facts[keyof Facts]

export const createSpeaker = (language: Language, forms: Forms): Speaker => {
  const speakers = Object.entries(language).map(([about, sentences]) => [
    about,
    (fact: Fact) => say(sentences as Sentences<Fact>, fact, forms),
  ])
  return Object.fromEntries(speakers) as Speaker
}

/** What the table says of the fact. */
export const say = <Fact extends { readonly code: string }>(
  sentences: Sentences<Fact>,
  fact: Fact,
  forms: Forms,
): string => {
  // The table has a sentence for each code, and the one of this code takes this fact; TypeScript cannot pair the two.
  const sentence = sentences[fact.code as Fact['code']] as ((fact: Fact, forms: Forms) => string) | undefined
  // A page may be older than the agent that it asks: what it has no sentence for it names by its code.
  return sentence === undefined ? fact.code : sentence(fact, forms)
}
