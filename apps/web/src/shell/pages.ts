import { Activity, LayoutList, Scale, ScrollText, Server, Users, type LucideIcon } from 'lucide-react'
import type { Role } from '@pilot/contract'

/** The pages of the rail, in its order. */
export const pages = [
  { id: 'overview', href: '/', icon: Activity, role: 'viewer' },
  { id: 'tenants', href: '/tenants', icon: LayoutList, role: 'viewer' },
  { id: 'compare', href: '/compare', icon: Scale, role: 'viewer' },
  { id: 'audit', href: '/audit', icon: ScrollText, role: 'viewer' },
  { id: 'host', href: '/host', icon: Server, role: 'viewer' },
  { id: 'operators', href: '/operators', icon: Users, role: 'admin' },
] as const satisfies readonly { id: string; href: string; icon: LucideIcon; role: Role }[]

/** True where the address is the page itself or one below it. */
export const isCurrent = (href: string, path: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
