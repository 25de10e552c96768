import type { OneTimeLink, Operator, Role, SignedIn } from '@pilot/contract'
import type { Page } from '@playwright/test'
import { mustPilot } from '../../system/support/pilot.ts'
import { ask, origin } from './ask.ts'

export const password = 'correct horse battery staple'

/** A fresh one-time link for the operator of that name, who is made with the role where there is none. */
export const invite = async (name: string, role: Role): Promise<OneTimeLink> => {
  const how = (await exists(name)) ? ['reset', name] : ['add', name, `--role=${role}`]
  const { stdout } = await mustPilot('operator', ...how, '--json')
  return JSON.parse(stdout) as OneTimeLink
}

/** An operator who has just set `password`, and a session of theirs; no page takes part in it. */
export const makeOperator = async (name: string, role: Role): Promise<SignedIn> => {
  const { url } = await invite(name, role)
  return callAgent<SignedIn>('acceptLink', { token: tokenOf(url), password })
}

/** Follows a one-time link as its owner does: sets `password`, and leaves the second factor for later. */
export const enterByLink = async (page: Page, url: string): Promise<void> => {
  await page.goto(url)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Once more', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set the password and sign in', exact: true }).click()
  await page
    .getByRole('button', { name: 'Not now', exact: true })
    .or(page.getByRole('link', { name: 'Not now', exact: true }))
    .click()
}

/** Another session of an operator whom `makeOperator` made. */
export const openSession = (name: string): Promise<SignedIn> =>
  callAgent<SignedIn>('signIn', { name, password })

/** Signs the page's browser in as an operator with that role, made for it once. */
export const signIn = async (page: Page, role: Role): Promise<SignedIn> => {
  const name = `test-${role}`
  const session = (await exists(name)) ? await openSession(name) : await makeOperator(name, role)
  await useSession(page, session)
  return session
}

/** Puts the session's cookie into the page's browser. */
export const useSession = (page: Page, { token }: Pick<SignedIn, 'token'>): Promise<void> =>
  page
    .context()
    .addCookies([{ name: 'pilot-session', value: token, url: origin, httpOnly: true, sameSite: 'Strict' }])

export const tokenOf = (url: string): string => new URL(url).hash.slice(1)

const exists = async (name: string): Promise<boolean> => {
  const { stdout } = await mustPilot('operator', 'list', '--json')
  return (JSON.parse(stdout) as Operator[]).some((operator) => operator.name === name)
}

/** The agent itself, by the socket that the web interface uses. */
const callAgent = async <T>(procedure: string, input: unknown): Promise<T> => {
  const answer = await ask(`/${procedure}`, {
    socketPath: '/run/pilot/agent/bridge.sock',
    headers: { 'Content-Type': 'application/json' },
    body: input,
  })
  if (answer.status !== 200) throw new Error(`${procedure} was answered ${answer.status}: ${answer.body}`)
  return (JSON.parse(answer.body) as { result: { data: T } }).result.data
}
