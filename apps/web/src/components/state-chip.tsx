import type { TenantState } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { classNames } from './class-names.ts'

interface StateChipProps {
  readonly state: TenantState
  readonly className?: string
}

/** A tenant's state as shape, word and colour; the same in list, page, chart and log. */
export const StateChip = ({ state, className }: StateChipProps) => {
  const t = useTranslations('states')
  return (
    <span
      data-state={state}
      className={classNames('inline-flex items-center gap-1.5 whitespace-nowrap', tones[state], className)}
    >
      <StateShape state={state} />
      {t(state)}
    </span>
  )
}

/** The shape alone, beside a word that says the same. */
export const StateShape = ({ state, className }: StateChipProps) => (
  <svg
    aria-hidden
    viewBox="0 0 12 12"
    className={classNames('size-2.5 shrink-0', tones[state], className)}
    fill="none"
    stroke="currentColor"
    strokeWidth={1.75}
  >
    {shapes[state]}
  </svg>
)

/** The text colour of a state. Only failing and degraded are alarms, and only awake is warm. */
const tones: Record<TenantState, string> = {
  asleep: 'text-ink',
  waking: 'text-awake-ink',
  awake: 'text-awake-ink',
  failing: 'text-alarm-ink font-medium',
  degraded: 'text-alarm-ink font-medium',
  suspended: 'text-ink-2',
  partial: 'text-ink-2',
  deleted: 'text-ink-3',
}

const shapes: Record<TenantState, React.ReactNode> = {
  asleep: <circle cx={6} cy={6} r={4.5} />,
  waking: (
    <>
      <circle cx={6} cy={6} r={4.5} />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  awake: <circle cx={6} cy={6} r={5.4} className="fill-awake" stroke="none" />,
  failing: <path d="M6 0.8 11.6 11H0.4z" className="fill-alarm" stroke="none" />,
  degraded: <path d="M6 0.6 11.4 6 6 11.4 0.6 6z" className="fill-alarm" stroke="none" />,
  suspended: <path d="M3.5 1.5v9M8.5 1.5v9" strokeWidth={2.5} />,
  partial: (
    <>
      <rect x={1.5} y={1.5} width={9} height={9} />
      <path d="M1.5 10.5v-9l9 9z" fill="currentColor" stroke="none" />
    </>
  ),
  deleted: <path d="m2 2 8 8m0-8-8 8" />,
}
