import type { SeenReason, Sentences } from '@pilot/contract'
import { steps } from '../words.ts'

/** Whole sentences. */
export const stateReason: Sentences<SeenReason> = {
  'being-changed': () => 'Er wird gerade geändert.',
  deleted: () => 'Er wurde gelöscht; Datenbank und Dateien sind aufbewahrt.',
  'made-of-parts': ({ parts }) => `Er besteht nur aus: ${parts.map((part) => steps[part]).join(', ')}.`,
  suspended: () => 'Jemand hat ihn gesperrt.',

  // Without the detail: those words are English, and for logs.
  unseen: () =>
    'Sein eigener systemd-Manager gibt keine Auskunft; „pilot suspend“ und „pilot resume“ starten ihn neu.',
  'socket-closed': ({ socket }) => `Sein Socket ist nicht offen (${socket ?? 'nicht geladen'}).`,
  'failed-again': ({ count, result, status, lastLine }) =>
    `Sein Programm ist ${count === 1 ? 'einmal' : `${count}-mal nacheinander`} fehlgeschlagen (${result}${status === null ? '' : ` ${status}`}).${sayLine(lastLine)}`,
  'failed-briefly': ({ lastLine }) =>
    `Sein Programm ist fehlgeschlagen; sein Socket öffnet gleich wieder.${sayLine(lastLine)}`,

  starting: () => 'Sein Programm startet.',
  running: () => 'Sein Programm läuft.',
  ending: () => 'Sein Programm beendet sich.',
  'kept-awake': ({ connections }) =>
    `${connections === 1 ? 'Eine Verbindung hält' : `${connections} Verbindungen halten`} ihn wach.`,
  'awake-until-idle': ({ idle }, { duration }) => `Er schläft nach ${duration(idle)} ohne Verbindung ein.`,
  listening: ({ ranUntil }, { minute }) =>
    `Sein Socket nimmt Verbindungen an; die nächste Anfrage weckt ihn.${ranUntil === null ? '' : ` Zuletzt lief er bis ${minute(ranUntil)}.`}`,
  'listening-after-failure': ({ result }) =>
    `Sein Socket nimmt Verbindungen an; sein letzter Lauf ist fehlgeschlagen (${result}).`,
}

const sayLine = (lastLine: string | null): string =>
  lastLine === null ? '' : ` Seine letzte Zeile: ${lastLine}`
