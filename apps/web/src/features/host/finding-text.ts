import type { Finding } from '@pilot/contract'
import host from '../../../messages/en/host.json' with { type: 'json' }
import { findSentence, type FoundSentence, type Sentences } from './find-sentence.ts'

/** Where the words of a finding stand below `host.findings`, and what to fill in; undefined for unknown sentences. */
export interface FindingText {
  readonly title: FoundSentence | undefined
  readonly detail: FoundSentence | undefined
  readonly remedy: FoundSentence | undefined
}

/**
 * The agent tells findings in English. Its sentences stand in the English messages too, by the finding's id, so the
 * same message in another language says the same.
 */
export const findFindingText = ({ id, title, detail, remedy }: Finding): FindingText => {
  const path = findPath(id)
  if (path === undefined) return { title: undefined, detail: undefined, remedy: undefined }
  const sentences = sentencesAt(path) ?? {}
  const find = (text: string): FoundSentence | undefined => {
    const found = findSentence(sentences, text)
    return found === undefined ? undefined : { ...found, key: `${path}.${found.key}` }
  }
  return { title: find(title), detail: find(detail), remedy: find(remedy) }
}

const findPath = (id: string): string | undefined =>
  [
    ...(id.endsWith('.answers') ? ['answers'] : []),
    id,
    ...(id.startsWith('tools.') ? ['tools.program'] : []),
  ].find((path) => sentencesAt(path) !== undefined)

const sentencesAt = (path: string): Sentences | undefined => {
  const [area = '', part] = path.split('.')
  const sentences = (host.findings as Readonly<Record<string, unknown>>)[area]
  return part === undefined
    ? (sentences as Sentences | undefined)
    : (sentences as Readonly<Record<string, Sentences>> | undefined)?.[part]
}
