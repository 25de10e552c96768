import { formatTimeSpan, type InputFault, type Sentences } from '@pilot/contract'

export const inputFault: Sentences<InputFault> = {
  missing: () => 'die Angabe fehlt',
  'not-fitting': () => 'die Angabe passt nicht',
  'wrong-type': ({ expected }) => `die Angabe ist nicht vom Typ ${expected}`,
  'not-number': () => 'das ist keine Zahl',
  'not-whole': () => 'das ist keine ganze Zahl',
  'number-small': ({ least }) => `mindestens ${least}`,
  'number-large': ({ most }) => `höchstens ${most}`,
  'text-short': ({ least }) => `mindestens ${least} Zeichen`,
  'text-long': ({ most }) => `höchstens ${most} Zeichen`,
  'list-short': ({ least }) => `mindestens ${least} ${least === 1 ? 'Eintrag' : 'Einträge'}`,
  'list-long': ({ most }) => `höchstens ${most} ${most === 1 ? 'Eintrag' : 'Einträge'}`,
  'none-of': ({ options }) => `möglich sind nur ${options.join(', ')}`,

  'name-empty': () => 'der Name ist leer',
  'name-long': ({ length }) => `der Name hat ${length} Zeichen, erlaubt sind 31`,
  'name-start': () => 'der Name muss mit einem Kleinbuchstaben a-z beginnen',
  'name-characters': () => 'der Name darf nur Kleinbuchstaben a-z, Ziffern und Bindestriche enthalten',
  'name-end': () => 'der Name darf nicht mit einem Bindestrich enden',
  'name-reserved': ({ name }) => `der Name ${name} ist dem System vorbehalten`,
  'name-twice': () => 'ein Name kommt doppelt vor',
  prefix: () => 'der Namensanfang beginnt mit a-z und enthält nur a-z, 0-9 und Bindestriche',

  'domain-empty': () => 'die Domain ist leer',
  'domain-long': ({ length }) => `die Domain hat ${length} Zeichen, erlaubt sind 248`,
  'domain-ascii': () =>
    'die Domain darf nur ASCII-Zeichen enthalten; internationale Namen bitte in der Form xn-- angeben',
  'domain-url': () => 'eine Domain ist nur der Name der Maschine, ohne http:// davor und ohne Pfad',
  'domain-port': () =>
    'eine Domain hat keinen Port; auf welchen Ports Caddy lauscht, ist auf der Maschine eingestellt',
  'domain-case': () => 'die Domain muss kleingeschrieben sein',
  'domain-labels': () => 'die Domain braucht mindestens zwei Teile, etwa shop.example.com',
  'domain-empty-label': () => 'ein Teil der Domain ist leer (zwei Punkte hintereinander oder einer am Rand)',
  'domain-label-long': ({ label }) => `der Teil ${label} hat mehr als 63 Zeichen`,
  'domain-label-characters': () =>
    'jeder Teil darf nur a-z, 0-9 und Bindestriche enthalten, am Rand keinen Bindestrich',
  'domain-address': () => 'eine IP-Adresse ist keine Domain',
  'domain-twice': () => 'die Domain kommt doppelt vor',
  'domain-last': () => 'ein Tenant braucht mindestens eine Domain',
  'domain-strange': ({ domain }) => `${domain} ist keine Domain dieses Tenants`,
  'domain-of-pilot': ({ domain }) => `${domain} ist die Domain der Weboberfläche von Pilot selbst`,
  'domains-many': ({ most }) => `ein Tenant hat höchstens ${most} Domains`,

  'not-time-span': ({ text }) =>
    `„${text}“ ist keine Zeitspanne; möglich sind zum Beispiel 10s, 1min oder 1h`,
  'time-span-short': ({ text, least }) => `${text} ist zu kurz; mindestens ${formatTimeSpan(least)}`,
  'time-span-long': ({ text, most }) => `${text} ist zu lang; höchstens ${formatTimeSpan(most)}`,

  'command-empty': () => 'der Befehl ist leer',
  'command-many': () => 'ein Befehl hat höchstens 64 Argumente',
  'open-quote': () => 'ein Anführungszeichen ist nicht geschlossen, oder am Ende steht ein Backslash',
  'argument-long': () => 'ein Argument hat höchstens 4.096 Zeichen',
  'argument-control': () => 'ein Argument enthält weder Steuerzeichen noch Zeilenumbruch',
  'argument-noncharacter': () => 'in Argumenten sind Unicode-Nichtzeichen wie U+FFFE nicht erlaubt',
  'program-relative': () => 'das Programm muss ein absoluter Pfad wie /srv/shop/server sein',
  'program-folder': () => 'das Programm muss eine Datei sein, der Pfad endet aber mit einem Schrägstrich',
  'program-quote': () =>
    'der Pfad des Programms enthält ein Anführungszeichen oder einen Backslash, was systemd ablehnt',
  'program-long': () => 'der Pfad des Programms ist zu lang',

  'variable-name': () =>
    'der Name einer Umgebungsvariablen enthält nur Buchstaben, Ziffern und _ und beginnt nicht mit einer Ziffer',
  'variable-name-long': () => 'der Name einer Umgebungsvariablen hat höchstens 128 Zeichen',
  'variable-own': () => 'diese Variable setzen Pilot oder systemd selbst; sie ist nicht änderbar',
  'variable-proto': () => 'eine Variable kann nicht __proto__ heißen',
  'variable-twice': () => 'die Variable kommt doppelt vor',
  'not-variable': ({ text }) => `„${text}“ hat kein =; gemeint ist etwa COLOR=blue`,
  'variable-long': () => 'der Wert einer Umgebungsvariablen hat höchstens 32.768 Zeichen',
  'variable-control': () =>
    'der Wert einer Umgebungsvariablen enthält weder Steuerzeichen noch Zeilenumbruch',
  'variable-noncharacter': () =>
    'im Wert einer Umgebungsvariablen sind Unicode-Nichtzeichen wie U+FFFE nicht erlaubt',

  'not-size': ({ text, least, most }, { bytes }) =>
    `„${text}“ passt nicht; gemeint ist eine Größe von ${bytes(least)} bis ${bytes(most)}, etwa 64M`,
  'not-percent': ({ text, least, most }) =>
    `„${text}“ passt nicht; gemeint ist ein Prozentwert eines Kerns von ${least}% bis ${most}%, etwa 50%`,
  'not-count': ({ text, least, most }) =>
    `„${text}“ passt nicht; gemeint ist eine Zahl von ${least} bis ${most}`,

  'operator-name': () =>
    'der Name muss mit a-z beginnen und darf bis zu 32 Zeichen aus a-z, 0-9, Punkten, Unterstrichen und Bindestrichen haben',
  'password-short': () => 'das Passwort hat weniger als 12 Zeichen',
  'password-long': () => 'das Passwort hat mehr als 256 Zeichen',
  'token-title': () => 'das Token braucht eine Bezeichnung',
  'wrong-code': () => 'das ist nicht der Code, den die Authenticator-App jetzt zeigt',

  'not-since': () =>
    'das ist keine Zeitangabe; möglich sind zum Beispiel 10min ago, today oder 2026-01-31 12:00',
  'not-unit': () => 'das ist kein Unit-Name wie caddy.service',
  'not-procedure': () => 'so heißt kein Aufruf',

  'not-json': () => 'das ist kein JSON',
  'not-readable': () => 'die Anfrage ist nicht lesbar',
  'not-post': () => 'Aufrufe kommen per POST',
  'not-get': () => 'das wird per GET gelesen',
  'no-procedure': () => 'diesen Aufruf gibt es nicht',
  'too-large': ({ most }) => `sie ist größer als ${most / 1_000_000} MB`,
  'not-json-stream': () => 'das ist keine JSON-Stream-Anfrage',
  'broken-off': () => 'die Anfrage brach vor ihrem Ende ab',

  usage: ({ text }) => text,
}
