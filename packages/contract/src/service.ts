import { z } from 'zod'

/** What can fail to answer. */
export const Service = z.enum(['postgresql', 'caddy', 'dbus', 'systemd', 'pilot-agent', 'user-manager'])
export type Service = z.infer<typeof Service>
