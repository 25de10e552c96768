import { PilotError } from '@pilot/contract'

export const isSignInRequired = (error: unknown): boolean =>
  error instanceof PilotError && error.problem.code === 'sign-in-required'

/** Leaves for the sign-in page, from where the reader comes back here. A whole load, so that nothing is kept. */
export const goToSignIn = (): void => {
  const here = window.location.pathname + window.location.search
  window.location.assign(`/api/session/ended?next=${encodeURIComponent(here)}`)
}
