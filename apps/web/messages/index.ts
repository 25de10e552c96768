// What all pages share stands in <language>.json, the words of each page in a file of its own, and in words.ts those for
// what the contract lists.
import de from './de.json'
import overviewDe from './de/overview.json'
import tenantsDe from './de/tenants.json'
import provisionDe from './de/provision.json'
import tenantDe from './de/tenant.json'
import tenantFormDe from './de/tenant-form.json'
import chartsDe from './de/charts.json'
import compareDe from './de/compare.json'
import auditDe from './de/audit.json'
import operatorsDe from './de/operators.json'
import hostDe from './de/host.json'
import * as wordsDe from './de/words.ts'
import en from './en.json'
import overviewEn from './en/overview.json'
import tenantsEn from './en/tenants.json'
import provisionEn from './en/provision.json'
import tenantEn from './en/tenant.json'
import tenantFormEn from './en/tenant-form.json'
import chartsEn from './en/charts.json'
import compareEn from './en/compare.json'
import auditEn from './en/audit.json'
import operatorsEn from './en/operators.json'
import hostEn from './en/host.json'
import * as wordsEn from './en/words.ts'

/** Every word of the interface, by language. */
export const messages = {
  en: {
    ...en,
    states: wordsEn.states,
    steps: wordsEn.steps,
    roles: wordsEn.roles,
    overview: overviewEn,
    tenants: tenantsEn,
    provision: provisionEn,
    tenant: tenantEn,
    tenantForm: tenantFormEn,
    charts: chartsEn,
    compare: compareEn,
    audit: { ...auditEn, actions: wordsEn.actions, results: wordsEn.results },
    operators: operatorsEn,
    host: hostEn,
  },
  de: {
    ...de,
    states: wordsDe.states,
    steps: wordsDe.steps,
    roles: wordsDe.roles,
    overview: overviewDe,
    tenants: tenantsDe,
    provision: provisionDe,
    tenant: tenantDe,
    tenantForm: tenantFormDe,
    charts: chartsDe,
    compare: compareDe,
    audit: { ...auditDe, actions: wordsDe.actions, results: wordsDe.results },
    operators: operatorsDe,
    host: hostDe,
  },
}
