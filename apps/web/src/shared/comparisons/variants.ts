import type { ComparedVariant, MemoryPart } from '@pilot/contract'
import { colours, type SeriesLook } from '../../components/chart/looks.ts'

/** Each variant looks the same in every chart. */
export const variantLooks: Record<ComparedVariant, SeriesLook> = {
  tenant: colours.teal,
  'user-tenant': { ...colours.blue, dash: 'long' },
  awake: { ...colours.awake, dash: 'short' },
  podman: colours.violet,
  docker: { ...colours.olive, dash: 'long' },
  process: { ...colours.quiet, dash: 'dotted' },
}

export type Part = MemoryPart['part'] | 'systemd'

/** What a variant is made of, in the order in which it is stacked; the colours of those whose cost it mostly is. */
export const partLooks = {
  systemd: colours.teal,
  'user-manager': colours.blue,
  app: colours.awake,
  monitor: colours.violet,
  network: colours.quiet,
  daemon: colours.olive,
} as const satisfies Record<Part, SeriesLook>

export const parts = Object.keys(partLooks) as Part[]

export const containers = ['podman', 'docker'] as const satisfies readonly ComparedVariant[]
export type Container = (typeof containers)[number]
