'use client'

import type { OneTimeLink, Operator, Role } from '@pilot/contract'
import { AddOperator } from './add-operator.tsx'
import { ChangeRole } from './change-role.tsx'
import { KeepLastAdmin } from './keep-last-admin.tsx'
import { isLastAdmin } from './last-admin.ts'
import { RemoveOperator } from './remove-operator.tsx'
import { ResetOperator } from './reset-operator.tsx'
import { ShowLink } from './show-link.tsx'

/** What is being done to operators, or asked about. */
export type OperatorAct =
  | { readonly kind: 'add' }
  | { readonly kind: 'link'; readonly link: OneTimeLink }
  | { readonly kind: 'role'; readonly operator: Operator; readonly role: Role }
  | { readonly kind: 'reset' | 'remove'; readonly operator: Operator }

interface OperatorDialogsProps {
  readonly act: OperatorAct | null
  readonly operators: readonly Operator[]
  readonly onAct: (act: OperatorAct | null) => void
}

export const OperatorDialogs = ({ act, operators, onAct }: OperatorDialogsProps) => {
  const onClose = (): void => onAct(null)
  const onLink = (link: OneTimeLink): void => onAct({ kind: 'link', link })
  switch (act?.kind) {
    case undefined:
      return null
    case 'add':
      return <AddOperator onLink={onLink} onClose={onClose} />
    case 'link':
      return <ShowLink link={act.link} onClose={onClose} />
    case 'reset':
      return <ResetOperator operator={act.operator} onLink={onLink} onClose={onClose} />
    case 'role':
      return isLastAdmin(operators, act.operator.name) ? (
        <KeepLastAdmin operator={act.operator} onClose={onClose} />
      ) : (
        <ChangeRole operator={act.operator} role={act.role} onClose={onClose} />
      )
    case 'remove':
      return isLastAdmin(operators, act.operator.name) ? (
        <KeepLastAdmin operator={act.operator} onClose={onClose} />
      ) : (
        <RemoveOperator operator={act.operator} onClose={onClose} />
      )
  }
}
