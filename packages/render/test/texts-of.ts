import type { TenantSpec } from '@pilot/contract'
import * as render from '../src/index.ts'

/** Every text that is made of one tenant, by its file; undefined where it has none of that file. */
export const textsOf = (spec: TenantSpec): Readonly<Record<string, string | undefined>> => ({
  'sysusers.conf': render.renderSysusers(spec.name, render.firstTenantUid, spec.scope),
  'tmpfiles.conf': render.renderTmpfiles(spec),
  'tenant.env': render.renderEnvironmentFile(spec),
  ...(spec.scope === 'system'
    ? {
        'service.d.conf': render.renderServiceDropIn(spec),
        'socket.d.conf': render.renderSocketDropIn(spec),
      }
    : {
        'user@.service.d.conf': render.renderUserManagerDropIn(spec),
        ...Object.fromEntries(render.renderUserUnits(spec).map(({ file, text }) => [file, text])),
      }),
})
