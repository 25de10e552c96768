import { say, type ComparisonMethod, type Sentences } from '@pilot/contract'
import { comparisonFault } from './comparison-fault.ts'

/** Whole sentences. */
export const comparisonMethod: Sentences<ComparisonMethod> = {
  'same-program': () =>
    'Jede Variante führt dasselbe Programm aus: einen HTTP-Server von etwa 20 Zeilen (compared-app.mjs) auf dem Node des Pakets. Er nutzt keine Datenbank, weil PostgreSQL die Gegenseite eines Containers nicht kennen kann.',
  'one-after-another': () =>
    'Die Varianten werden nacheinander gemessen, jede von nichts bis nichts; was vorher da war, zählt nicht.',
  'whole-tenants': () =>
    'Ein Tenant ist vollständig: Linux-Konto, Datenbank, Units, Socket und Route. Schlafende Tenants waren noch nie wach, wenn ihr Arbeitsspeicher gemessen wird.',
  'own-image': () =>
    'Das Image eines Containers enthält das Node dieser Maschine, die Bibliotheken, die ldd nennt, und das Programm, aus einem Tar importiert; keine Registry wird gefragt. Er läuft mit dem Standardnetz der Engine und einem auf 127.0.0.1 veröffentlichten Port.',
  'plain-process': () =>
    'Ein bloßer Prozess läuft als nobody und lauscht auf einem Unix-Socket, wie ein Tenant.',
  pss: () =>
    'Arbeitsspeicher ist PSS (smaps_rollup): eine Seite, die sich mehrere Prozesse teilen, zählt bei jedem anteilig. Node ist für Tenants und bloße Prozesse eine Datei; sie teilen sich deren Seiten also auch mit allem anderen, was hier darauf läuft.',
  counted: () =>
    'Gezählt werden das Programm, seine Helfer (systemd --user und (sd-pam), conmon oder Shim, was die Ports trägt), der Zuwachs im PSS von Daemons, die allen dienen, und der von PID 1. Speicher des Kernels (slab) wird genannt, aber nicht gezählt.',
  'first-of-a-kind': () =>
    'Was PID 1 für den ersten seiner Art braucht, ist das meiste von dem, was es für wenige braucht: bei schlafenden Tenants sagen 30 und mehr mehr aus als 3.',
  quiet: () =>
    'Gemessen wird der Arbeitsspeicher, wenn sich MemAvailable in einer Sekunde um weniger als 1 MiB bewegt hat, sonst nach 3 s; das Rauschen ist, um wie viel es sich in der Sekunde vor dem ersten Anlegen bewegt hat.',
  creating: () =>
    'Anlegen ist bei Tenants der Aufruf des Agenten, bei Containern der Befehl run, bis er zurückkehrt, bei bloßen Prozessen die Zeit vom Start des Programms bis zu seiner ersten Antwort.',
  'first-byte': ({ starts }) =>
    `Die Zeit bis zum ersten Byte beginnt mit der Anfrage: beim schlafenden Tenant an seinen lauschenden Socket; beim angehaltenen Container, während „start“ läuft, jede Millisekunde erneut, bis er antwortet; beim bloßen Prozess mit seinem Start. Je n = ${starts}, reihum über alle, die angelegt wurden; dann dasselbe noch einmal, wenn alle laufen.`,
  rested: ({ milliseconds }) =>
    `Zwischen dem vollendeten Anhalten und dem nächsten Start vergehen ${milliseconds} ms, weil ein Start gleich nach dem Anhalten schneller ist als der, den ein Besucher erlebt.`,

  'host-network': ({ engine, fault }, forms) =>
    `${engine}: im Netz der Maschine, weil ein veröffentlichter Port hier nicht ging (${say(comparisonFault, fault, forms)}); mit einem braucht es mehr.`,
  'podman-without-keyring': () =>
    'podman: ohne einen Schlüsselbund des Kernels für jeden Container, weil diese Maschine ihn verweigert.',
  'podman-without-pids': () =>
    'podman: ohne Obergrenze für Prozesse, weil diese Maschine keinen pids-Controller hat, der sie hielte.',
  'podman-copies-image': () =>
    'podman: overlayfs geht hier nicht, also hat jeder Container seine eigene Kopie des Images und teilt keine ihrer Seiten; anderswo braucht er weniger.',
  'podman-image-in-memory': () =>
    'podman: sein Image liegt im Arbeitsspeicher (tmpfs), weil overlayfs auf dem Datenträger von /var/lib/pilot nicht geht.',
  told: ({ text }) => text,
}
