import { Fragment, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { CopyButton } from './copy-button.tsx'

export type CodeLanguage = 'unit' | 'sql' | 'json' | 'shell' | 'text'

interface CodeBlockProps {
  readonly text: string
  readonly language?: CodeLanguage
  /** Above it: a path, or what it is. */
  readonly title?: ReactNode
  readonly className?: string
}

/** Text of the machine as it is, comments faint and what names things strong; with a button that copies it. */
export const CodeBlock = ({ text, language = 'text', title, className }: CodeBlockProps) => (
  <figure className={classNames('min-w-0 overflow-hidden rounded-md border bg-sunken', className)}>
    <div className="flex min-h-8 items-center justify-between gap-2 border-b pr-0.5 pl-3">
      <figcaption className="truncate font-mono text-xs text-ink-2">{title}</figcaption>
      <CopyButton text={text} />
    </div>
    {/* Takes focus, so that the keyboard can scroll it. */}
    <pre tabIndex={0} className="overflow-x-auto p-3 font-mono text-xs leading-5 -outline-offset-2">
      <code>
        {text.split('\n').map((line, index) => (
          <Fragment key={index}>
            {index === 0 ? null : '\n'}
            {colourLine(line, language)}
          </Fragment>
        ))}
      </code>
    </pre>
  </figure>
)

const colourLine = (line: string, language: CodeLanguage): ReactNode => {
  if (comments[language]?.test(line) === true) return <span className="text-ink-3">{line}</span>
  const strong = strongParts[language]
  if (strong === undefined) return line
  return line.split(strong).map((part, index) =>
    // split() with one group puts what matched at the odd places.
    index % 2 === 1 ? (
      <span key={index} className="font-semibold">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

const comments: Partial<Record<CodeLanguage, RegExp>> = { unit: /^\s*[#;]/, sql: /^\s*--/, shell: /^\s*#/ }

const strongParts: Partial<Record<CodeLanguage, RegExp>> = {
  unit: /^(\[[^\]]+\]|[A-Za-z]+(?==))/,
  sql: /\b((?:CREATE|ALTER|DROP|GRANT|REVOKE|COMMENT|ROLE|DATABASE|SCHEMA|OWNER|LOGIN|NOLOGIN|CONNECTION|LIMIT|WITH|ON|TO|FROM|IS|IF|EXISTS|SET|IN|FOR|ALL|PRIVILEGES|PUBLIC|CONNECT)\b)/,
  json: /("(?:[^"\\]|\\.)*"(?=\s*:))/,
}
