import { dashes, type SeriesLook } from './looks.ts'

export interface LegendItem {
  readonly label: string
  readonly look: SeriesLook
}

/** What is what in the picture, by colour and by kind of line. */
export const Legend = ({ items }: { items: readonly LegendItem[] }) => (
  <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-2 text-sm text-ink-2">
    {items.map(({ label, look }) => (
      <li key={label} className="flex items-center gap-1.5">
        <svg aria-hidden viewBox="0 0 14 10" className="h-2.5 w-3.5 shrink-0" data-swatch>
          {look.mark === 'area' ? (
            <rect width={14} height={10} rx={1} className={look.fill} />
          ) : look.mark === 'ring' ? (
            <circle cx={7} cy={5} r={3.5} fill="none" strokeWidth={1.75} className={look.stroke} />
          ) : (
            <line
              y1={5}
              y2={5}
              x2={14}
              strokeWidth={2.5}
              strokeDasharray={look.dash === undefined ? undefined : dashes[look.dash]}
              className={look.stroke}
            />
          )}
        </svg>
        {label}
      </li>
    ))}
  </ul>
)
