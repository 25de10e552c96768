import type { Need, Sentences } from '@pilot/contract'
import { roles } from '../words.ts'

/** Each is one clause without a full stop, as it stands behind a colon. */
export const need: Sentences<Need> = {
  root: () => 'das darf nur root, etwa mit sudo',
  'root-to-change': () => 'das ändert das System und darf nur root, etwa mit sudo',
  'root-to-read': () => 'das liest, was nur root sehen darf, etwa mit sudo',

  'root-on-machine': () => 'das darf nur root auf der Maschine',
  'not-offered': () => 'das wird nicht angeboten',
  role: ({ role }) => `das braucht die Rolle ${roles[role]}`,
  'role-for-others': ({ role }) => `bei anderen braucht das die Rolle ${roles[role]}`,
  'role-of-token': ({ role }) =>
    `ein Token mit der Rolle ${roles[role]} kann nur anlegen, wer diese Rolle selbst hat`,
  browser: () => 'das geht nur angemeldet im Browser, nicht mit einem API-Token',
  'page-anew': () => 'die Rolle wurde geändert; bitte die Seite neu öffnen',
  'second-factor-removed': () => 'zuerst ist der bisherige zweite Faktor auszuschalten',

  'own-host': () => 'das geht nur unter dem Hostnamen der Weboberfläche',
  'own-page': () => 'das geht nur von einer Seite der Weboberfläche aus',
  'page-for-it': () => 'das geht nur auf der Seite dafür',
  'token-and-no-page': () => 'das geht nur mit einem API-Token, nicht von einer Seite aus',
  signature: () => 'das braucht eine Signatur, die zum Inhalt passt',
}
