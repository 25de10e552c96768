import type { z } from 'zod'
import type { Difference } from '../facts/difference.ts'
import type { Sentences } from '../english/sentences.ts'
import type { settings, SettingKey, SettingValue } from './table.ts'

/** What a language calls the settings and says of them. A setting without its words does not compile. */
export type SettingWords = { readonly [Key in SettingKey]: WordsOf<Key> & ChoiceWords<Key> & EntryWords<Key> }

interface WordsOf<Key extends SettingKey> {
  /** Of its field, and where its value is shown. */
  readonly title: string
  /**
   * What it does and how it is written, below its field and behind its flag; one clause without a full stop. Of a list
   * or a map it is about one entry.
   */
  readonly help: string
  /** As it stands at a tenant, such as `the idle time 5min`; undefined for none, and where the value is not told. */
  readonly standing: (value: SettingValue<Key> | undefined, domain: string | null) => string
}

type ChoiceWords<Key extends SettingKey> = (typeof settings)[Key]['schema'] extends z.ZodEnum
  ? { readonly choices: { readonly [Word in SettingValue<Key> & string]: Choice } }
  : unknown

type EntryWords<Key extends SettingKey> = (typeof settings)[Key]['kind'] extends 'list' | 'map'
  ? { /** An entry of it, as it stands within a sentence. */ readonly one: string }
  : unknown

export interface Choice {
  readonly title: string
  /** What it means: one sentence. */
  readonly about: string
}

/** What these words say of a setting that stands otherwise. */
export const standingsOf = (words: SettingWords): Sentences<Difference> =>
  // Each value came from the setting that it is told with.
  Object.fromEntries(
    Object.entries(words).map(([key, { standing }]) => [
      key,
      ({ value, domain }: Difference) => standing((value ?? undefined) as never, domain),
    ]),
  ) as unknown as Sentences<Difference>
