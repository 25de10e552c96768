import type { Setting } from '@pilot/contract'
import { useFormContext, type FieldError, type FieldPath } from 'react-hook-form'
import type { Words } from '../../../i18n/use-setting-words.ts'
import type { SettingValues } from '../values.ts'

/** Where a text of the form stands. */
export type TextPath = `texts.${string}` | `lists.${string}.${number}.settings.${string}`

/** What each field of one text gets. */
export interface TextFieldProps {
  readonly path: TextPath
  readonly setting: Setting
  readonly words: Words
}

/** What is wrong at a path, or with the rows there as a whole. */
export const useFaultAt = (path: FieldPath<SettingValues>): string | undefined => {
  const { getFieldState, formState } = useFormContext<SettingValues>()
  const error = getFieldState(path, formState).error as FieldError | undefined
  return error?.message ?? error?.root?.message
}
