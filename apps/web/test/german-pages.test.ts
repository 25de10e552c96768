// @vitest-environment happy-dom
// @vitest-environment-options { "url": "http://zq.qx/" }
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { errorBody, pilotMethods } from '@pilot/api/client'
import {
  capital,
  columnsOf,
  createSpeaker,
  longestList,
  markTaken,
  PilotError,
  settings,
  type ListFault,
  type Problem,
  type Role,
} from '@pilot/contract'
import type { Metadata } from 'next'
import { createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import ConsoleError from '../src/app/(console)/error.tsx'
import ConsoleLayout from '../src/app/(console)/layout.tsx'
import Loading from '../src/app/(console)/loading.tsx'
import AccountPage from '../src/app/(console)/account/page.tsx'
import AuditPage from '../src/app/(console)/audit/page.tsx'
import ComparePage from '../src/app/(console)/compare/page.tsx'
import ComparisonPage from '../src/app/(console)/compare/[id]/page.tsx'
import HostPage from '../src/app/(console)/host/page.tsx'
import OperatorsPage from '../src/app/(console)/operators/page.tsx'
import OverviewPage from '../src/app/(console)/page.tsx'
import NewTenantPage from '../src/app/(console)/tenants/new/page.tsx'
import TenantPage from '../src/app/(console)/tenants/[name]/page.tsx'
import TenantsPage from '../src/app/(console)/tenants/page.tsx'
import DoorLayout from '../src/app/(door)/layout.tsx'
import SignInPage from '../src/app/(door)/sign-in/page.tsx'
import WelcomePage from '../src/app/(door)/welcome/page.tsx'
import NotFound from '../src/app/not-found.tsx'
import '../src/components/chart/bars-plot.tsx'
import { facts, settingWords } from '../messages/facts.ts'
import { pilotUnits } from '../src/features/host/pilot-units.ts'
import { parseList } from '../src/features/provision/parse-list.ts'
import { englishOn } from './made-up/english-on.ts'
import { explore } from './made-up/explore.ts'
import { answer, fail, operation, unanswered, type Answers } from './made-up/fake-agent.ts'
import { goTo } from './made-up/next.ts'
import { unwritten, write } from './made-up/letters.ts'
import { messages } from './made-up/messages.ts'
import { openPage } from './made-up/open-page.ts'
import * as samples from './made-up/samples.ts'
import { plainForms } from './support/plain-forms.ts'

vi.mock('../messages/facts.ts', async (real) => (await import('./made-up/facts.ts')).writeFacts(await real()))
vi.mock('../src/i18n/formats.ts', async (real) =>
  (await import('./made-up/formats.ts')).writeFormats(await real()),
)
vi.mock('next-intl/server', async () => (await import('./made-up/next.ts')).translations)
vi.mock('next/navigation', async () => (await import('./made-up/next.ts')).navigation)
vi.mock('nuqs/adapters/next/app', async () => (await import('./made-up/next.ts')).address)
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => undefined }),
}))
vi.mock('next/dynamic', () => ({
  default: (load: () => Promise<ComponentType>) => {
    const Loaded = lazy(async () => ({ default: await load() }))
    return (props: object) => createElement(Suspense, null, createElement(Loaded, props))
  },
}))
vi.mock('@pilot/api/client/browser', async (real) => ({
  ...(await real<object>()),
  createBrowserClient: await import('./made-up/fake-agent.ts').then(
    ({ fakeAgent }) =>
      () =>
        fakeAgent,
  ),
}))
vi.mock('../src/client/save-file.ts', () => ({ saveFile: () => undefined }))
vi.mock('../src/server/with-agent.ts', async () => {
  const { fakeAgent } = await import('./made-up/fake-agent.ts')
  return {
    withAgent: async (_own: Headers, _credential: unknown, act: (agent: object) => Promise<unknown>) => {
      try {
        return { value: await act(fakeAgent) }
      } catch (error) {
        if (error instanceof PilotError) return { problem: error.problem }
        throw error
      }
    },
  }
})

beforeEach(() => {
  // What React and the console say besides is not for readers.
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  vi.useFakeTimers({ now: samples.now })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // No page is left.
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})))
  for (const name of ['alert', 'confirm', 'prompt'] as const)
    vi.stubGlobal(name, () => {
      throw new Error(`${name}() is not drawn by us, and knows no language`)
    })
  vi.spyOn(window.location, 'assign').mockReturnValue(undefined)
  vi.spyOn(window.location, 'replace').mockReturnValue(undefined)
  document.onclick = (event) => {
    if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault()
  }
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #tell: (entries: []) => void
      constructor(tell: (entries: []) => void) {
        this.#tell = tell
      }
      observe() {
        setTimeout(() => this.#tell([]))
      }
      unobserve() {}
      disconnect() {}
    },
  )
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 600 })
})

/** What changes something is refused, each method for another reason. */
const refused: Answers = Object.fromEntries(
  Object.entries(pilotMethods)
    .filter(([, { effect }]) => effect === 'change')
    .map(([name], index) => [
      name,
      fail(samples.problems[(index * 7) % samples.problems.length] ?? internal),
    ]),
)

const internal: Problem = { code: 'internal', reference: 'qz' }

const unreachable = fail({ code: 'service-down', service: 'pilot-agent', detail: samples.forLogs })
const silent: Answers = Object.fromEntries(Object.keys(pilotMethods).map((name) => [name, unreachable]))

interface Visit {
  readonly path: string
  readonly page: Page
  readonly role?: Role
  readonly answers?: Answers
  /** What is typed into an empty field of this label. */
  readonly type?: (label: string) => string
  /** Then presses what bears this label, or with `all` whatever can be pressed. */
  readonly press?: string
  readonly backwards?: boolean
  /** What is on the page in the end, as CSS selects it or as it is said: without that the visit was in vain. */
  readonly shows?: string
  readonly says?: string
}

/** The words of the machine that a page shows beside what it says: columns of a list, directives and units of systemd. */
const wordsOfMachine: Readonly<Record<string, readonly string[]>> = {
  // How the first of many is named unless something else is typed.
  '?how=count': ['user'],
  '?how=list': columnsOf(settings).flatMap((title) => title.split('-')),
  '?tab=sandbox': Object.keys(messages.tenant.directives),
  '/host': pilotUnits.flatMap((unit) => unit.split(/[-.]/)),
}
const dataOn = (path: string): ReadonlySet<string> =>
  new Set(Object.entries(wordsOfMachine).flatMap(([part, words]) => (path.endsWith(part) ? words : [])))

/** What fits the field of this label: where that asks for something of the data, just that. */
const fitting = (label: string): string =>
  texts[label] ?? (label.includes(':') ? 'QQ' : (/\b[qxz]+\b/.exec(label)?.[0] ?? 'zzz qqq xxx qz'))

const words = settingWords.de
const speaker = createSpeaker(facts.de, plainForms)
const texts: Readonly<Record<string, string>> = {
  [messages.provision.name]: 'qxz',
  [messages.provision.prefix]: 'qxz',
  [messages.provision.list.text]: 'qq\nzz zx.zq',
  [capital(words.domains.one)]: 'qx.zq',
  [words.command.title]: '/qz/xq --zz',
  [words.idle.title]: '5min',
  [words.runtimeMax.title]: '2h',
  [words.memoryMax.title]: '64M',
  [words.cpuQuota.title]: '50%',
  [words.tasksMax.title]: '64',
  ...Object.fromEntries(
    [1, 2, 3].map((number) => [`${capital(words.domains.one)} ${number}`, `qx${number}.zq`]),
  ),
}

/** Fails where the page says what neither a message nor the data said, from its opening on. */
const visit = async ({
  path,
  page,
  role = 'admin',
  answers = {},
  type,
  press,
  backwards = false,
  shows = 'body',
  says = '',
}: Visit): Promise<void> => {
  goTo(path)
  answer({ me: samples.me(role), watch: [{ changed: [], removed: [], counts: samples.counts }], ...answers })
  const open = await openPage(await page())
  const found = new Map<string, string>()
  const look = (after: string): void => {
    for (const text of englishOn(document.documentElement, dataOn(path)))
      if (!found.has(text)) found.set(text, after)
  }
  let isShown = false
  try {
    look('it is opened')
    await explore(open, { look, type, press, backwards })
    isShown = document.querySelector(shows) !== null && document.body.textContent.includes(says)
  } finally {
    await open.close()
  }
  expect(isShown, `${path} shows ${shows} and says ${says}`).toBe(true)
  expect(Object.fromEntries(found), `${path} says, after what was pressed`).toEqual({})
  expect([...unanswered], 'methods that the fake agent knows nothing of').toEqual([])
}

type Page = () => ReactNode | Promise<ReactNode>

const inConsole = (page: Page) => async () => ConsoleLayout({ children: await page() })
const atDoor = (page: Page) => async () => DoorLayout({ children: await page() })

const params = (values: Record<string, string>) => Promise.resolve(values as never)

const tenantPage = (tab: string): Page =>
  inConsole(() => TenantPage({ params: params({ name: 'qxz' }), searchParams: params({ tab }) }))
const newTenant = (how: string): Page => inConsole(() => NewTenantPage({ searchParams: params({ how }) }))
const overview = inConsole(OverviewPage)
const host = inConsole(HostPage)
const tenantList = inConsole(() => TenantsPage({ searchParams: params({}) }))
const audit = inConsole(() => AuditPage({ searchParams: params({}) }))
const comparePage = inConsole(ComparePage)
const comparison = inConsole(() => ComparisonPage({ params: params({ id: 'qx-1' }) }))

const tabs = ['overview', 'logs', 'settings', 'database', 'sandbox', 'history', 'delete']
const toNewTenant = (how: string): string => `/tenants/new?how=${how}`
const ways = ['one', 'count', 'list']

const pages: Record<string, Page> = {
  '/': overview,
  '/tenants': tenantList,
  ...Object.fromEntries(ways.map((how) => [toNewTenant(how), newTenant(how)])),
  ...Object.fromEntries(tabs.map((tab) => [`/tenants/qxz?tab=${tab}`, tenantPage(tab)])),
  '/compare': comparePage,
  '/compare/qx-1': comparison,
  '/audit': audit,
  '/host': host,
  '/operators': inConsole(OperatorsPage),
  '/account': inConsole(AccountPage),
}

const others: Record<string, Page> = {
  'a page that is not there': NotFound,
  'a page that is being read': inConsole(Loading),
  'a tenant that is not there': inConsole(() =>
    TenantPage({ params: params({ name: 'Qxz' }), searchParams: params({}) }),
  ),
  'a comparison that is not there': inConsole(() => ComparisonPage({ params: params({ id: '' }) })),
}

describe.each(Object.entries(pages))('%s', (path, page) => {
  test('says nothing in English to a viewer', () => visit({ path, page, role: 'viewer' }))
  test('says nothing in English to an admin who has filled in what can be', () =>
    visit({ path, page, press: 'all', type: fitting }))
  test('says nothing in English where whatever is done fails', () =>
    visit({ path, page, press: 'all', backwards: true, type: fitting, answers: refused }))
})

const titled = globSync('app/**/page.tsx', { cwd: join(import.meta.dirname, '../src') })

test.each(titled)('the title of %s is in no English', async (path) => {
  // eslint-disable-next-line no-restricted-syntax -- every page that there is
  const page = (await import(`../src/${path}`)) as { generateMetadata?: (props: object) => Promise<Metadata> }
  const props = { params: params({ name: 'qxz', id: 'qx-1' }), searchParams: params({}) }
  const { title } = (await page.generateMetadata?.(props)) ?? { title: '' }
  expect(unwritten(JSON.stringify(title))).toEqual([])
})

const forms = ['/compare', '/account', '/tenants/qxz?tab=settings', ...ways.map(toNewTenant)]

test.each(forms)('%s says nothing in English to who fills nothing in', (path) =>
  visit({ path, page: pages[path] ?? host, press: 'all' }),
)

test.each([...forms, '/operators'])('%s says nothing in English to who fills in what does not fit', (path) =>
  visit({ path, page: pages[path] ?? host, press: 'all', type: () => 'q x' }),
)

/** So many at a time. */
const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

describe('in no English', () => {
  test.each(chunks(samples.findings, 30))('the host page tells findings: portion %#', (...findings) =>
    visit({ path: '/host', page: host, answers: { check: findings } }),
  )

  test.each(chunks(samples.tenants, 20))('the overview tells why tenants are so: portion %#', (...shown) =>
    visit({ path: '/', page: overview, answers: { list: samples.list(shown) } }),
  )

  test.each(samples.seenReasons)('the page of a tenant tells the reason $code', (reason) =>
    visit({
      path: '/tenants/qxz',
      page: tenantPage('overview'),
      answers: { show: samples.status({ state: 'failing', reason }) },
    }),
  )

  test.each(samples.states)('the page of a tenant tells that it is %s', async (state) => {
    const show = state === 'failing' ? samples.failing : samples.status({ state })
    await visit({ path: '/tenants/qxz', page: tenantPage('overview'), answers: { show }, press: 'all' })
  })

  test.each(samples.mainProblems)('the page of a tenant tells the problem $code', (problem) =>
    visit({
      path: '/tenants/qxz',
      page: tenantPage('delete'),
      answers: { show: samples.status({ state: 'degraded', reason: { code: 'problem', problem }, problem }) },
    }),
  )

  test.each(chunks(samples.auditEntries, 60))('the audit tells entries: portion %#', (...entries) =>
    visit({ path: '/audit', page: audit, answers: { audit: entries } }),
  )

  test.each(chunks(samples.variantReasons, 6))(
    'a comparison tells reasons: portion %#',
    async (...reasons) => {
      const index = samples.variantReasons.findIndex((reason) => reason === reasons[0])
      const state = samples.comparisonStates[(index / 6) % samples.comparisonStates.length] ?? 'done'
      const told = samples.comparisonFor(reasons, { state, problem: samples.problems[index] ?? null })
      const answers = {
        comparison: told,
        comparisons: [samples.summaryOf(told)],
        followComparison: samples.progressOf(told),
      }
      await visit({ path: '/compare/qx-1', page: comparison, answers })
      await visit({ path: '/compare', page: comparePage, answers })
    },
  )

  test('what was found on the machine of a tenant tells every problem', () =>
    visit({
      path: '/tenants/qxz?tab=database',
      page: tenantPage('database'),
      answers: { inspect: { ...samples.inspection, faults: samples.problems } },
    }))

  test('a plan tells every reason of a step', () =>
    visit({
      path: '/tenants/new',
      page: newTenant('one'),
      answers: { planCreate: samples.wholePlan },
      type: fitting,
      says: speaker.stepDetail({ code: 'nothing-there' }),
    }))

  test.each(['count', 'list'])('a run of many that is asked for by %s', (how) =>
    visit({
      path: toNewTenant(how),
      page: newTenant(how),
      type: fitting,
      press: write('Tenants anlegen'),
      shows: '[data-run=done]',
    }),
  )

  test('a run that ends well', () =>
    visit({
      path: '/tenants/new',
      page: newTenant('one'),
      answers: { available: { name: 'free', domains: [] } },
      type: fitting,
      press: messages.provision.create,
      shows: '[data-run=done]',
    }))

  test.each(samples.mainProblems)('a run tells at its step the problem $code', (problem) =>
    visit({
      path: '/tenants/new',
      page: newTenant('one'),
      answers: { available: { name: 'free', domains: [] }, createTenant: operation(problem) },
      type: fitting,
      press: messages.provision.create,
      shows: '[data-run=failed]',
    }),
  )

  test.each(Object.entries(lists))('a list tells its fault %s', async (code, text) => {
    const { tenants, faults } = parseList(text)
    const there = [samples.status()]
    const taken = markTaken(tenants, {
      tenants: new Map(there.map((tenant) => [tenant.name, tenant])),
      ownDomain: 'zq.zq',
    })
    expect([...faults, ...taken.flatMap(({ faults }) => faults)].map(({ code }) => code)).toContain(code)
    await visit({
      path: toNewTenant('list'),
      page: newTenant('list'),
      answers: { list: samples.list(there) },
      type: () => text,
    })
  })
})

/** A list with each fault. */
const lists: Record<ListFault['code'], string> = {
  empty: '""',
  quotes: '"qxz',
  'unknown-column': 'name,zz\nqxz,1',
  'column-twice': 'name,idle,idle\nqxz,5s,5s',
  'cell-without-title': 'name,,idle\nqxz,zz,5s',
  many: Array.from({ length: longestList + 1 }, (_, index) => `q${index}`).join('\n'),
  'no-header': 'qxz,5s',
  'name-missing': 'name,idle\n,5s',
  'cells-many': 'name,idle\nqxz,5s,6s',
  cell: 'name,idle\nqxz,zz',
  'name-twice': 'qxz\nqxz',
  'domain-twice': 'qq zx.zq\nzz zx.zq',
  taken: 'name,idle\nqxz,7s',
  'domain-taken': 'zz qxz.zq',
}

describe('in no English, at the door and elsewhere,', () => {
  const signIn = atDoor(() => SignInPage({ searchParams: params({}) }))

  test.each(samples.mainProblems)('signing in tells the problem $code', async (problem) => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json(errorBody(problem).body, { status: 400 })))
    await visit({ path: '/sign-in', page: signIn, type: fitting, press: messages.access.signIn })
  })

  test.each(['', '#zq'])('a one-time link leads from %j', async (hash) => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({})))
    await visit({ path: `/welcome${hash}`, page: atDoor(WelcomePage), type: fitting, press: 'all' })
  })

  test('a one-time link that holds no longer', async () => {
    await visit({
      path: '/welcome#qz',
      page: atDoor(WelcomePage),
      answers: { describeLink: fail({ code: 'link-invalid' }) },
    })
  })

  test.each(Object.entries(pages))('%s, where the agent does not answer', (path, page) =>
    visit({ path, page, answers: { ...silent, me: samples.me('admin') } }),
  )

  test.each(Object.entries(pages))('%s, where nothing has happened yet', (path, page) =>
    visit({ path, page, answers: samples.nothing, type: fitting }),
  )

  test('a page that no changes reach any more', () =>
    visit({ path: '/', page: overview, answers: { watch: fail(internal) }, press: 'all' }))

  test('a second factor is set up', () =>
    visit({ path: '/account', page: inConsole(AccountPage), role: 'viewer', press: 'all', type: fitting }))

  test('an entry of the audit is looked at', () =>
    visit({
      path: '/audit?entry=1000',
      page: inConsole(() => AuditPage({ searchParams: params({ entry: '1000' }) })),
      press: 'all',
    }))

  test('what confines a tenant, and which units Pilot has', async () => {
    const sandbox = Object.keys(messages.tenant.directives).map((directive) => ({ directive, value: 'zq' }))
    const inspect = { ...samples.inspection, sandbox }
    await visit({ path: '/tenants/qxz?tab=sandbox', page: tenantPage('sandbox'), answers: { inspect } })
    const { confinement } = samples.inspection
    const confined = { ...confinement, noNewPrivileges: true, filters: 2 }
    await visit({
      path: '/tenants/qxz?tab=sandbox',
      page: tenantPage('sandbox'),
      answers: { inspect: { ...samples.nothing.inspect, confinement: confined } },
    })
    const units = pilotUnits.map((unit) => ({ ...samples.units[0], unit, load: 'loaded' }))
    await visit({ path: '/host', page: host, answers: { units } })
  })

  test('a page for which nobody knows who reads it', () =>
    visit({ path: '/', page: overview, answers: silent }))

  test.each([new Error('the words of a stranger'), Object.assign(new Error(), { digest: '1234' })])(
    'a page that threw %s',
    (error) =>
      visit({
        path: '/',
        page: inConsole(() => createElement(ConsoleError, { error, reset: () => undefined })),
      }),
  )

  test.each(Object.entries(others))('%s', (path, page) => visit({ path, page }))
})
