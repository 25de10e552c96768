import type { SignedIn } from '@pilot/contract'
import type { speakTo } from './speak-to.ts'

/** A session of a new operator, opened at the agent itself by the socket that the web interface uses. */
export const openSessionOn = async (
  { mustPilot, run }: Pick<ReturnType<typeof speakTo>, 'mustPilot' | 'run'>,
  name: string,
  role: string,
): Promise<SignedIn> => {
  const { url } = JSON.parse(
    (await mustPilot('operator', 'add', name, `--role=${role}`, '--json')).stdout,
  ) as { url: string }
  const input = { token: new URL(url).hash.slice(1), password: 'correct horse battery staple' }
  const accepted = await run(
    ...['curl', '-fsS', '--unix-socket', '/run/pilot/agent/bridge.sock'],
    ...['-H', 'Content-Type: application/json', '-d', JSON.stringify(input), 'http://pilot/acceptLink'],
  )
  return (JSON.parse(accepted) as { result: { data: SignedIn } }).result.data
}
