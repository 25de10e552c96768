'use client'

import type { Kind } from '@pilot/contract'
import type { ComponentType } from 'react'
import { ChoiceField } from './choice-field.tsx'
import { CommandField } from './command-field.tsx'
import { LineField } from './line-field.tsx'
import { LinesField } from './lines-field.tsx'
import { SecretField } from './secret-field.tsx'
import type { TextFieldProps } from './text-field.ts'

interface OneTextProps extends TextFieldProps {
  /** A secret that is there already. */
  readonly stands: boolean
}

/** The field of a value that is typed as one text, by its kind. */
export const OneText = ({ stands, ...props }: OneTextProps) => {
  if (props.setting.secret === true) return <SecretField {...props} stands={stands} />
  const Field = fields[props.setting.kind]
  return <Field {...props} />
}

/** Lists and maps of the tenant have rows (list-field.tsx, map-field.tsx); those of a domain are one text. */
const fields: Readonly<Record<Kind, ComponentType<TextFieldProps>>> = {
  choice: ChoiceField,
  'time-span': LineField,
  bytes: LineField,
  percent: LineField,
  count: LineField,
  command: CommandField,
  text: LineField,
  lines: LinesField,
  list: LineField,
  map: LinesField,
}
