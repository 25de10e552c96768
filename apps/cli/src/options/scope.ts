import { Scope } from '@pilot/contract'
import type { Option } from 'commander'
import { choiceOption } from './choice.ts'

export const scopeOption = (): Option =>
  choiceOption(
    '--scope <scope>',
    "whose systemd runs it: the machine's (default) or the tenant's own, lingering",
    Scope,
  )
