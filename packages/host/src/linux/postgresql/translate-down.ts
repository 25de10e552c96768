import { PilotError } from '@pilot/contract'

/** With `service-down` where PostgreSQL does not answer. */
export const translateDown = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (error) {
    if (!isDown(error)) throw error
    const detail = error.message === '' ? (error.code ?? 'no answer') : error.message
    const reason = error.code === tooManyConnections ? ({ reason: 'full' } as const) : {}
    throw new PilotError({ code: 'service-down', service: 'postgresql', detail, ...reason }, { cause: error })
  }
}

const isDown = (error: unknown): error is Error & { code?: string } =>
  error instanceof Error &&
  (downCodes.test((error as { code?: string }).code ?? '') || downMessages.test(error.message))

/** SQLSTATE, appendix A of PostgreSQL's manual. */
const tooManyConnections = '53300'

/** Errors of connect(2) and read(2), and SQLSTATE: 08 connection, 57P01 to 57P03 shutdown or start, 53300 full. */
const downCodes = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08...|57P0[123]|53300)$/
/** `pg` gives no code where it says these itself. */
const downMessages =
  /^(Connection terminated|timeout e|Query read timeout|Client has encountered a connection error)/
