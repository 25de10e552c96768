'use client'

import { Domain, type TenantSpec } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { useAgent } from '../../../client/agent.ts'
import { Button } from '../../../components/button.tsx'
import { Input } from '../../../components/input.tsx'

interface DomainsFieldProps {
  readonly domains: readonly string[]
  /** Those that the tenant has already. */
  readonly known: TenantSpec['domains']
  readonly faultAt: (path: string) => string | undefined
  readonly onChange: (domains: readonly string[]) => void
}

/** One domain on each line; for a new one the agent is asked whether it is free. */
export const DomainsField = ({ domains, known, faultAt, onChange }: DomainsFieldProps) => {
  const t = useTranslations('tenant.settings')
  const taken = useTaken(domains.filter((domain) => !known.includes(domain as Domain)))
  return (
    <div className="flex flex-col gap-2">
      {domains.map((domain, index) => {
        const owner = taken.get(domain)
        const fault =
          faultAt(`domains.${index}`) ??
          (owner === undefined ? undefined : t('domainTaken', { tenant: owner }))
        return (
          // A domain that is being typed has no other name than its place.
          <div key={index} className="flex flex-col gap-1">
            <div className="flex gap-2">
              <Input
                mono
                aria-label={t('domainNumber', { number: index + 1 })}
                aria-invalid={fault === undefined ? undefined : true}
                aria-describedby={fault === undefined ? undefined : `domain-${index}`}
                spellCheck={false}
                autoComplete="off"
                value={domain}
                onChange={({ target }) => onChange(domains.with(index, target.value))}
              />
              <Button
                size="icon"
                variant="quiet"
                aria-label={t('removeDomain', { domain })}
                onClick={() => onChange(domains.toSpliced(index, 1))}
              >
                <X aria-hidden />
              </Button>
            </div>
            {fault === undefined ? null : (
              <p id={`domain-${index}`} role="alert" className="text-xs text-alarm-ink">
                {fault}
              </p>
            )}
          </div>
        )
      })}
      {faultAt('domains') === undefined ? null : (
        <p role="alert" className="text-xs text-alarm-ink">
          {faultAt('domains')}
        </p>
      )}
      <Button size="small" className="self-start" onClick={() => onChange([...domains, ''])}>
        <Plus aria-hidden />
        {t('addDomain')}
      </Button>
    </div>
  )
}

/** Which of the domains belong to another tenant, and to which. */
const useTaken = (domains: readonly string[]): ReadonlyMap<string, string> => {
  const agent = useAgent()
  const asked = useDeferredValue(domains.filter((domain) => Domain.safeParse(domain).success).join(' '))
  const { data } = useQuery({
    queryKey: ['available', asked],
    queryFn: ({ signal }) => agent.available({ domains: asked.split(' ') }, signal),
    enabled: asked !== '',
    staleTime: 5000,
  })
  return new Map(
    data?.domains.flatMap(({ domain, tenant }) => (tenant === null ? [] : [[domain, tenant] as const])),
  )
}
