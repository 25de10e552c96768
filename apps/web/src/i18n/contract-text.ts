import type { messages } from '../../messages/index.ts'

export type ContractKey = keyof (typeof messages)['en']['contract']

/** The message of the `contract` words that says what the contract's English sentence says; undefined for others. */
export const findContractText = (
  sentence: string,
): { key: ContractKey; values: Record<string, string> } | undefined => {
  for (const [pattern, key] of sentences) {
    const match = pattern.exec(sentence)
    if (match !== null) return { key, values: { ...match.groups } }
  }
  return undefined
}

// Each line is one sentence of packages/contract, or of zod itself (the last ones).
const sentences: readonly (readonly [RegExp, ContractKey])[] = [
  [/^the name is empty$/, 'nameEmpty'],
  [/^the name has (?<count>\d+) characters, 31 are allowed$/, 'nameLong'],
  [/^the name must begin with a lower-case letter a-z$/, 'nameStart'],
  [/^the name may hold only lower-case letters/, 'nameCharacters'],
  [/^the name must not end with a hyphen$/, 'nameEnd'],
  [/^the name (?<name>\S+) is reserved for the system$/, 'nameReserved'],
  [/^the domain is empty$/, 'domainEmpty'],
  [/^the domain has (?<count>\d+) characters, 248 are allowed$/, 'domainLong'],
  [/^the domain may hold only ASCII/, 'domainAscii'],
  [/^the domain must be in lower case$/, 'domainCase'],
  [/^the domain needs at least two labels/, 'domainLabels'],
  [/^the domain has an empty label/, 'domainEmptyLabel'],
  [/^the label (?<label>.+) has more than 63 characters$/, 'domainLabelLong'],
  [/^every label may hold only/, 'domainLabelCharacters'],
  [/^an IP address is not a domain$/, 'domainAddress'],
  [/^"(?<text>.*)" is not a time span/s, 'notTimeSpan'],
  [/^the idle time (?<text>.+) is too short; at least (?<least>.+)$/, 'idleShort'],
  [/^the idle time (?<text>.+) is too long; at most (?<most>.+)$/, 'idleLong'],
  [/^the command is empty$/, 'commandEmpty'],
  [/^a command has at most 64 arguments$/, 'commandMany'],
  [/^an argument has at most/, 'argumentLong'],
  [/^an argument holds no control/, 'argumentControl'],
  [/^an environment name holds only/, 'environmentName'],
  [/^an environment name has at most/, 'environmentNameLong'],
  [/^this variable is set by Pilot or systemd/, 'environmentOwn'],
  [/^an environment value has at most/, 'environmentLong'],
  [/^an environment value holds no control/, 'environmentControl'],
  [/holds no Unicode noncharacter/, 'noncharacter'],
  [/^the name must begin with a-z and may hold up to 32/, 'operatorName'],
  [/^the password has fewer than 12 characters$/, 'passwordShort'],
  [/^the password has more than 256 characters$/, 'passwordLong'],
  [/^the token needs a title$/, 'tokenTitle'],
  [/^the prefix begins with a-z/, 'prefix'],
  [/^a name stands twice$/, 'nameTwice'],
  [/^this is not a time that journalctl/, 'notSince'],
  [/^(it is missing|.*expected \w+, received undefined)$/i, 'missing'],
  [/^too small: expected number to be >=(?<least>-?\d+)$/i, 'numberAtLeast'],
  [/^too big: expected number to be <=(?<most>-?\d+)$/i, 'numberAtMost'],
  [/expected int, received/i, 'notWhole'],
  [/expected number, received/i, 'notNumber'],
  [/^too big: expected string to have <=(?<most>\d+) characters$/i, 'textLong'],
  [/^too small: expected string to have >=(?<least>\d+) characters$/i, 'textShort'],
]
