import type { Domain } from '@pilot/contract'
import { fitsSocketPath, paths, renderDomainRoute, socketPath } from '@pilot/render'
import { resourceStep } from '../../resources/resource-step.ts'
import type { Artefact } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'
import { caddyRoutes } from './caddy-routes.ts'
import { domainFiles, formerDomains } from './domain-files.ts'
import { domainList } from './domain-list.ts'
import { domainRouteFile, formerDomainRoutes } from './domain-routes.ts'

/** From each domain to the tenant's socket: files that Caddy's routes for all lead to, or a route of its own. */
export const route = resourceStep({
  name: 'route',
  // A visitor comes when all is there.
  needs: ['database', 'socket'],
  removedAfter: [],
  resources: async (tenant, host) => {
    const list = await domainList(tenant, host)
    return [
      list.beforeFiles,
      ...formerDomains(list.former, tenant, host),
      ...(await formerDomainRoutes(tenant, host)),
      ...(await domainFiles(tenant, host)),
      list.afterFiles,
      ...(await domainRouteFile(tenant, host)),
      caddyRoutes(tenant, host),
    ]
  },
  artefacts: (tenant) => tenant.spec.domains.flatMap((domain) => artefactsOf(domain, tenant)),
  removal: ({ spec }) => ({
    action: 'remove',
    details: [{ code: 'domains-lead-nowhere', domains: spec.domains }],
    artefacts: [],
  }),
})

const artefactsOf = (domain: Domain, { spec }: Tenant): readonly Artefact[] => {
  const target = socketPath(spec.name, spec.scope)
  if (!fitsSocketPath(domain))
    return [
      {
        title: paths.domainRoute(domain),
        text: `${JSON.stringify(renderDomainRoute(domain, target), null, 2)}\n`,
      },
    ]
  return [
    { title: paths.domainOwner(domain), text: `${spec.name}\n` },
    { title: paths.domainLink(domain), text: `-> ${target}\n` },
  ]
}
