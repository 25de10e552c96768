'use client'

import { TenantState } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { classNames } from '../../components/class-names.ts'
import { StateShape } from '../../components/state-chip.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

interface StateFilterProps {
  readonly counts: Readonly<Record<TenantState, number>> | null
  readonly chosen: readonly TenantState[]
  readonly onChange: (states: TenantState[]) => void
}

/** Always there, so that nothing moves; the others come when a tenant is in such a state. */
const usual: ReadonlySet<TenantState> = new Set(['asleep', 'awake', 'failing', 'degraded', 'suspended'])

/** The states with how many tenants are in each. */
export const StateFilter = ({ counts, chosen, onChange }: StateFilterProps) => {
  const t = useTranslations('tenants')
  const states = useTranslations('states')
  const present =
    counts && TenantState.options.reduce((sum, state) => sum + (state === 'deleted' ? 0 : counts[state]), 0)
  const shown = TenantState.options.filter(
    (state) =>
      usual.has(state) || chosen.includes(state) || (state !== 'waking' && (counts?.[state] ?? 0) > 0),
  )
  return (
    <div
      role="group"
      aria-label={t('filter')}
      className="flex gap-1 overflow-x-auto max-sm:-mx-4 max-sm:px-4"
    >
      <Choice isChosen={chosen.length === 0} count={present} onChoose={() => onChange([])}>
        {t('all')}
      </Choice>
      {shown.map((state) => (
        <Choice
          key={state}
          isChosen={chosen.includes(state)}
          count={counts && counts[state]}
          onChoose={() => onChange(chosen.length === 1 && chosen[0] === state ? [] : [state])}
        >
          <StateShape state={state} />
          {states(state)}
        </Choice>
      ))}
    </div>
  )
}

interface ChoiceProps {
  readonly isChosen: boolean
  readonly count: number | null
  readonly onChoose: () => void
  readonly children: React.ReactNode
}

const Choice = ({ isChosen, count, onChoose, children }: ChoiceProps) => {
  const formats = useFormats()
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onChoose}
      className={classNames(
        'inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap -outline-offset-2',
        isChosen ? 'bg-hover font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {children}
      <span className={isChosen ? 'text-ink-2' : 'text-ink-3'}>
        {count === null ? '' : formats.number(count)}
      </span>
    </button>
  )
}
