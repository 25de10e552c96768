import { z } from 'zod'
import { bare } from './bare.ts'

/** What is wrong with an input. */
export const InputFault = z.discriminatedUnion('code', [
  // Of any value, as its schema finds it.
  bare('missing'),
  bare('not-fitting'),
  z.object({ code: z.literal('wrong-type'), expected: z.string() }),
  bare('not-number'),
  bare('not-whole'),
  z.object({ code: z.literal('number-small'), least: z.number() }),
  z.object({ code: z.literal('number-large'), most: z.number() }),
  z.object({ code: z.literal('text-short'), least: z.number() }),
  z.object({ code: z.literal('text-long'), most: z.number() }),
  z.object({ code: z.literal('list-short'), least: z.number() }),
  z.object({ code: z.literal('list-long'), most: z.number() }),
  z.object({ code: z.literal('none-of'), options: z.array(z.string()) }),

  // Of a tenant's name.
  bare('name-empty'),
  z.object({ code: z.literal('name-long'), length: z.int() }),
  bare('name-start'),
  bare('name-characters'),
  bare('name-end'),
  z.object({ code: z.literal('name-reserved'), name: z.string() }),
  bare('name-twice'),
  bare('prefix'),

  // Of a domain, and of all domains of a tenant.
  bare('domain-empty'),
  z.object({ code: z.literal('domain-long'), length: z.int() }),
  bare('domain-ascii'),
  bare('domain-url'),
  bare('domain-port'),
  bare('domain-case'),
  bare('domain-labels'),
  bare('domain-empty-label'),
  z.object({ code: z.literal('domain-label-long'), label: z.string() }),
  bare('domain-label-characters'),
  bare('domain-address'),
  bare('domain-twice'),
  bare('domain-last'),
  z.object({ code: z.literal('domain-strange'), domain: z.string() }),
  /** It is that of the web interface. */
  z.object({ code: z.literal('domain-of-pilot'), domain: z.string() }),
  z.object({ code: z.literal('domains-many'), most: z.int() }),

  // Of a time span (systemd.time(7)); `least` and `most` in milliseconds.
  z.object({ code: z.literal('not-time-span'), text: z.string() }),
  z.object({ code: z.literal('time-span-short'), text: z.string(), least: z.int() }),
  z.object({ code: z.literal('time-span-long'), text: z.string(), most: z.int() }),

  // Of a program and its arguments.
  bare('command-empty'),
  bare('command-many'),
  bare('open-quote'),
  bare('argument-long'),
  bare('argument-control'),
  bare('argument-noncharacter'),
  bare('program-relative'),
  bare('program-folder'),
  bare('program-quote'),
  bare('program-long'),

  // Of an environment.
  bare('variable-name'),
  bare('variable-name-long'),
  bare('variable-own'),
  bare('variable-proto'),
  bare('variable-twice'),
  z.object({ code: z.literal('not-variable'), text: z.string() }),
  bare('variable-long'),
  bare('variable-control'),
  bare('variable-noncharacter'),

  // Of a limit that was typed; `least` and `most` in its unit.
  z.object({ code: z.literal('not-size'), text: z.string(), least: z.number(), most: z.number() }),
  z.object({ code: z.literal('not-percent'), text: z.string(), least: z.number(), most: z.number() }),
  z.object({ code: z.literal('not-count'), text: z.string(), least: z.number(), most: z.number() }),

  // Of an operator.
  bare('operator-name'),
  bare('password-short'),
  bare('password-long'),
  bare('token-title'),
  bare('wrong-code'),

  // Of other inputs.
  bare('not-since'),
  bare('not-unit'),
  bare('not-procedure'),

  // Of a request as a whole.
  bare('not-json'),
  bare('not-readable'),
  bare('not-post'),
  bare('not-get'),
  bare('no-procedure'),
  z.object({ code: z.literal('too-large'), most: z.int() }),
  bare('not-json-stream'),
  bare('broken-off'),

  /** A command line that `pilot` itself refuses, in its own English; no other program ever hears of it. */
  z.object({ code: z.literal('usage'), text: z.string() }),
])
export type InputFault = z.infer<typeof InputFault>
