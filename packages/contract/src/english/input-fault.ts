import type { InputFault } from '../facts/input-fault.ts'
import { formatTimeSpan } from '../time-span.ts'
import type { Sentences } from './sentences.ts'

/** Each is one clause without a full stop, as it stands behind a colon. */
export const inputFault: Sentences<InputFault> = {
  missing: () => 'it is missing',
  'not-fitting': () => 'it does not fit',
  'wrong-type': ({ expected }) => `it is no ${expected}`,
  'not-number': () => 'this is not a number',
  'not-whole': () => 'this is not a whole number',
  'number-small': ({ least }) => `at least ${least}`,
  'number-large': ({ most }) => `at most ${most}`,
  'text-short': ({ least }) => `at least ${least} ${least === 1 ? 'character' : 'characters'}`,
  'text-long': ({ most }) => `at most ${most} ${most === 1 ? 'character' : 'characters'}`,
  'list-short': ({ least }) => `at least ${least} ${least === 1 ? 'entry' : 'entries'}`,
  'list-long': ({ most }) => `at most ${most} ${most === 1 ? 'entry' : 'entries'}`,
  'none-of': ({ options }) => `it is none of ${options.join(', ')}`,

  'name-empty': () => 'the name is empty',
  'name-long': ({ length }) => `the name has ${length} characters, 31 are allowed`,
  'name-start': () => 'the name must begin with a lower-case letter a-z',
  'name-characters': () => 'the name may hold only lower-case letters a-z, digits and hyphens',
  'name-end': () => 'the name must not end with a hyphen',
  'name-reserved': ({ name }) => `the name ${name} is reserved for the system`,
  'name-twice': () => 'a name stands twice',
  prefix: () => 'the prefix begins with a-z and holds only a-z, 0-9 and hyphens',

  'domain-empty': () => 'the domain is empty',
  'domain-long': ({ length }) => `the domain has ${length} characters, 248 are allowed`,
  'domain-ascii': () =>
    'the domain may hold only ASCII characters; give an international name in its xn-- form',
  'domain-url': () => 'a domain is a host name alone, without http:// before it and without a path',
  'domain-port': () => 'a domain has no port; which ports Caddy listens on is a setting of the machine',
  'domain-case': () => 'the domain must be in lower case',
  'domain-labels': () => 'the domain needs at least two labels, like shop.example.com',
  'domain-empty-label': () => 'the domain has an empty label (two dots in a row, or one at an end)',
  'domain-label-long': ({ label }) => `the label ${label} has more than 63 characters`,
  'domain-label-characters': () =>
    'every label may hold only a-z, 0-9 and hyphens, and no hyphen at its ends',
  'domain-address': () => 'an IP address is not a domain',
  'domain-twice': () => 'the domain stands twice',
  'domain-last': () => 'a tenant needs at least one domain',
  'domain-strange': ({ domain }) => `${domain} is no domain of this tenant`,
  'domain-of-pilot': ({ domain }) => `${domain} is the domain of Pilot's own web interface`,
  'domains-many': ({ most }) => `a tenant has at most ${most} domains`,

  'not-time-span': ({ text }) => `"${text}" is not a time span; write for example 10s, 1min or 1h`,
  'time-span-short': ({ text, least }) => `${text} is too short; at least ${formatTimeSpan(least)}`,
  'time-span-long': ({ text, most }) => `${text} is too long; at most ${formatTimeSpan(most)}`,

  'command-empty': () => 'the command is empty',
  'command-many': () => 'a command has at most 64 arguments',
  'open-quote': () => 'a quote is not closed, or a backslash stands at the end',
  'argument-long': () => 'an argument has at most 4,096 characters',
  'argument-control': () => 'an argument holds no control characters and no line break',
  'argument-noncharacter': () => 'an argument holds no Unicode noncharacter, such as U+FFFE',
  'program-relative': () => 'the program must be an absolute path like /srv/shop/server',
  'program-folder': () => 'the program must be a file, and its path ends with a slash',
  'program-quote': () => 'the path of the program holds a quote or a backslash, which systemd refuses',
  'program-long': () => 'the path of the program is too long',

  'variable-name': () => 'an environment name holds only letters, digits and _, and begins with no digit',
  'variable-name-long': () => 'an environment name has at most 128 characters',
  'variable-own': () => 'this variable is set by Pilot or systemd and cannot be changed',
  'variable-proto': () => 'a variable cannot be called __proto__',
  'variable-twice': () => 'the variable stands twice',
  'not-variable': ({ text }) => `"${text}" has no =; write for example COLOR=blue`,
  'variable-long': () => 'an environment value has at most 32,768 characters',
  'variable-control': () => 'an environment value holds no control characters and no line break',
  'variable-noncharacter': () => 'an environment value holds no Unicode noncharacter, such as U+FFFE',

  'not-size': ({ text, least, most }, { bytes }) =>
    `"${text}" does not fit; write a size from ${bytes(least)} to ${bytes(most)} like 64M`,
  'not-percent': ({ text, least, most }) =>
    `"${text}" does not fit; write a percentage of one core from ${least}% to ${most}% like 50%`,
  'not-count': ({ text, least, most }) => `"${text}" does not fit; write a number from ${least} to ${most}`,

  'operator-name': () =>
    'the name must begin with a-z and may hold up to 32 of a-z, 0-9, dots, underscores and hyphens',
  'password-short': () => 'the password has fewer than 12 characters',
  'password-long': () => 'the password has more than 256 characters',
  'token-title': () => 'the token needs a title',
  'wrong-code': () => 'it is not the code that the authenticator shows now',

  'not-since': () => 'this is no time; write for example 10min ago, today or 2026-01-31 12:00',
  'not-unit': () => 'this is not a unit name like caddy.service',
  'not-procedure': () => 'it is no name of a procedure',

  'not-json': () => 'it is not JSON',
  'not-readable': () => 'it cannot be read',
  'not-post': () => 'procedures are called by POST',
  'not-get': () => 'it is read by GET',
  'no-procedure': () => 'there is no such procedure',
  'too-large': ({ most }) => `it is larger than ${most / 1_000_000} MB`,
  'not-json-stream': () => 'it is not a JSON stream request',
  'broken-off': () => 'it broke off before its end',

  usage: ({ text }) => text,
}
