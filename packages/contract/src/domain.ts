import { z } from 'zod'

/**
 * A fully qualified host name in lower case: RFC 1123 labels, at least two of them, at most 248 characters.
 * DNS allows 253, but a file name has at most 255 bytes (NAME_MAX), and each domain has a file `<domain>.tenant`.
 * International names are given in their ASCII form (xn--...), as they arrive in the Host header.
 */
export const Domain = z
  .string()
  .superRefine((domain, context) => {
    const fault = findDomainFault(domain)
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault })
  })
  .brand('Domain')
export type Domain = z.infer<typeof Domain>

const findDomainFault = (domain: string): string | undefined => {
  if (domain === '') return 'the domain is empty'
  if (domain.length > 248) return `the domain has ${domain.length} characters, 248 are allowed`
  if (/[^\u0020-\u007e]/.test(domain))
    return 'the domain may hold only ASCII characters; give an international name in its xn-- form'
  if (/[A-Z]/.test(domain)) return 'the domain must be in lower case'
  const labels = domain.split('.')
  if (labels.length < 2) return 'the domain needs at least two labels, like shop.example.com'
  for (const label of labels) {
    if (label === '') return 'the domain has an empty label (two dots in a row, or one at an end)'
    if (label.length > 63) return `the label ${label.slice(0, 12)}... has more than 63 characters`
    if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
      return 'every label may hold only a-z, 0-9 and hyphens, and no hyphen at its ends'
  }
  if (/^[0-9]+$/.test(labels.at(-1) ?? '')) return 'an IP address is not a domain'
  return undefined
}
