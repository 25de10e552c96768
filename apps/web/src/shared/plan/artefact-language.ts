import type { CodeLanguage } from '../../components/code-block.tsx'

/** In which language the text of a planned artefact is written, by its title and its first signs. */
export const languageOf = (title: string, text: string): CodeLanguage => {
  if (/\bSQL\b/.test(title)) return 'sql'
  if (/^\s*[[{]\s*["\n{]/.test(text)) return 'json'
  if (/^\[\w+\]$/m.test(text)) return 'unit'
  // Of the rest only comments are told apart.
  return /^#/m.test(text) ? 'shell' : 'text'
}
