import { unwritten } from './letters.ts'
import { forLogs, userAgent } from './samples.ts'

/** What a page may say in every language: names of things that have no other. */
const names = new Set([
  'PostgreSQL',
  'systemd',
  'Caddy',
  'podman',
  'docker',
  'root',
  // Of the domain that a tenant has if it is given none (RFC 6761).
  'localhost',
  // Of languages, each in itself, and of browsers.
  'English',
  'Deutsch',
  'Firefox',
  'Linux',
])

/** Times in ISO 8601, spans as systemd and our own fields write them, keys of the keyboard, and names of our files. */
const signs = /\b[\d-]+T[\d:.]+Z|\b\d+(ms|s|min|h|d)\b|\bF\d+\b|\b(audit|pilot)-[\w-]+\.(csv|json|png)\b/g

const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder',
  'title',
  'placeholder',
  'alt',
  'label',
]

/** Words that stand in every English sentence, and in no command, path or unit of the samples. */
const wordsOfSentences = /\b(the|is|are|was|were|has|your|this|that|please|cannot|press|click)\b/g

/** A value that we have written, and not the reader. */
const isSaid = ({ type, readOnly }: HTMLInputElement): boolean =>
  ['submit', 'button', 'reset'].includes(type) || readOnly

/** Every text that the page shows or speaks, and that neither a message nor the data said. */
export const englishOn = (root: Element, alsoData: ReadonlySet<string>): string[] => {
  const found = new Set<string>()
  const look = (text: string, element: Element, where: string): void => {
    // Words of the machine are shown as code: units, commands, methods; but none of them is a sentence.
    const asCode = element.closest('code, pre, kbd') !== null
    const words = asCode
      ? (text.match(wordsOfSentences) ?? [])
      : unwritten(text.replace(userAgent, '').replace(signs, '')).filter(
          (word) => !names.has(word) && !alsoData.has(word),
        )
    if (words.length > 0 || text.includes(forLogs)) found.add(`${where}${text.trim()} (${words.join(' ')})`)
  }
  const walk = (element: Element): void => {
    if (['SCRIPT', 'STYLE', 'TITLE'].includes(element.tagName)) return
    for (const name of spoken) {
      const text = element.getAttribute(name)
      if (text !== null) look(text, element, `${name}: `)
    }
    if (element instanceof HTMLInputElement && isSaid(element)) look(element.value, element, 'value: ')
    for (const child of element.childNodes) {
      if (child.nodeType === 3) look(child.textContent ?? '', element, '')
      else if (child.nodeType === 1) walk(child as Element)
    }
  }
  walk(root)
  return [...found]
}
