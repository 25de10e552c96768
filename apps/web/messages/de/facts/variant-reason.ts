import { say, type FoundReason, type Sentences } from '@pilot/contract'
import { comparisonFault } from './comparison-fault.ts'

/** Whole sentences. */
export const variantReason: Sentences<FoundReason> = {
  'engine-missing': ({ engine }) => `${engine} ist nicht installiert.`,
  'docker-is-podman': () => 'docker ist hier podman unter anderem Namen.',
  'docker-silent': () => 'docker ist installiert, aber sein Daemon antwortet nicht.',
  'memory-short': ({ available, each }, { bytes }) =>
    `Der Arbeitsspeicher reicht nicht: von den verfügbaren ${bytes(available)} darf die Hälfte verwendet werden, und eines kann ${bytes(each)} brauchen.`,
  'memory-allows': ({ count, asked, available, each }, { bytes }) =>
    `Der Arbeitsspeicher reicht für ${count} statt ${asked}: von den verfügbaren ${bytes(available)} darf die Hälfte verwendet werden, und jedes kann ${bytes(each)} brauchen.`,
  failed: ({ fault }, forms) => `${say(comparisonFault, fault, forms)}.`,
  told: ({ text }) => text,
}
