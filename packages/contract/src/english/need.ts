import type { Need } from '../facts/need.ts'
import type { Sentences } from './sentences.ts'

/** Each is one clause without a full stop, as it stands behind a colon. */
export const need: Sentences<Need> = {
  root: () => 'it needs root; run it with sudo',
  'root-to-change': () => 'it changes the system and needs root; run it with sudo',
  'root-to-read': () => 'it reads what only root may see and needs root; run it with sudo',

  'root-on-machine': () => 'it needs root on the machine',
  'not-offered': () => 'it is not offered',
  role: ({ role }) => `it needs the role ${role}`,
  'role-for-others': ({ role }) => `for those of others it needs the role ${role}`,
  'role-of-token': ({ role }) => `a token of the role ${role} needs an operator of that role`,
  browser: () => 'it needs an operator in a browser, not an API token',
  'page-anew': () => 'the role was changed; open the page again',
  'second-factor-removed': () => 'remove the present second factor first',

  'own-host': () => 'it needs the host of the web interface',
  'own-page': () => 'it needs the page of the web interface',
  'page-for-it': () => 'it needs the page for it',
  'token-and-no-page': () => 'it needs an API token, and no page',
  signature: () => 'it needs a signature that fits its body',
}
