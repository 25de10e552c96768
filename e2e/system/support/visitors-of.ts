import type { Host } from '../../host/index.ts'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** The sample app's answer. */
export interface SampleAnswer {
  readonly linux_user: string
  readonly db_status: string
  readonly database: string
  readonly pid: number
  readonly activated: string
}

/** Visitors of the host's Caddy, on the host's own loopback. */
export const visitorsOf = (host: Pick<Host, 'exec'>) => {
  /** Asks as a visitor would. Status 0: no answer. */
  const visit = async (domain: string, path = '/', ...curl: string[]): Promise<Answer> => {
    const outcome = await host.exec([
      'curl',
      '-s',
      '--max-time',
      '60',
      '-o',
      '-',
      '-w',
      '\\n%{http_code}',
      '-H',
      `Host: ${domain}`,
      ...curl,
      `http://127.0.0.1${path}`,
    ])
    const cut = outcome.stdout.lastIndexOf('\n')
    return { status: Number(outcome.stdout.slice(cut + 1)), body: outcome.stdout.slice(0, cut) }
  }

  /** Visits a tenant that runs the sample app, and reads its JSON; fails on anything else. */
  const askSample = async (domain: string): Promise<SampleAnswer> => {
    const answer = await visit(domain)
    if (answer.status !== 200) throw new Error(`${domain} answered ${answer.status}: ${answer.body}`)
    return JSON.parse(answer.body) as SampleAnswer
  }

  return { visit, askSample }
}
