import { z } from 'zod'
import type { InputFault } from './facts/input-fault.ts'
import { addFault } from './faulty.ts'
import type { TenantName } from './tenant-name.ts'

/**
 * A fully qualified host name in lower case: RFC 1123 labels, at least two of them, at most 248 characters.
 * DNS allows 253, but a file name has at most 255 bytes (NAME_MAX), and each domain has a file `<domain>.tenant`.
 * International names are given in their ASCII form (xn--...), as they arrive in the Host header.
 */
export const Domain = z
  .string()
  .superRefine((domain, context) => {
    const fault = findDomainFault(domain)
    if (fault !== undefined) addFault(context, fault)
  })
  .brand('Domain')
export type Domain = z.infer<typeof Domain>

/** The domain of a tenant that is given none. */
export const defaultDomain = (name: TenantName): Domain => Domain.parse(`${name}.localhost`)

const findDomainFault = (domain: string): InputFault | undefined => {
  if (domain === '') return { code: 'domain-empty' }
  if (domain.length > 248) return { code: 'domain-long', length: domain.length }
  if (/[^\u0020-\u007e]/.test(domain)) return { code: 'domain-ascii' }
  if (domain.includes('/')) return { code: 'domain-url' }
  if (/:\d*$/.test(domain)) return { code: 'domain-port' }
  if (/[A-Z]/.test(domain)) return { code: 'domain-case' }
  const labels = domain.split('.')
  if (labels.length < 2) return { code: 'domain-labels' }
  for (const label of labels) {
    if (label === '') return { code: 'domain-empty-label' }
    if (label.length > 63) return { code: 'domain-label-long', label: `${label.slice(0, 12)}...` }
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label)) return { code: 'domain-label-characters' }
  }
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return { code: 'domain-address' }
  return undefined
}

/** Of the web interface, where pilot.conf names none. No tenant can be called `pilot`. */
export const defaultWebDomain = Domain.parse('pilot.localhost')
