import {
  Activation,
  addFault,
  Command,
  Domain,
  EnvironmentName,
  EnvironmentValue,
  IdleMilliseconds,
  IdleTime,
  isNodeCommand,
  Limits,
  Listen,
  parseBytes,
  Scope,
  TenantName,
  type CreateTenantInput,
} from '@pilot/contract'
import { z } from 'zod'
import { splitCommand } from '../../shared/tenant/command-line.ts'

const commandLine = z.string().transform((line, context): string[] => {
  const words = splitCommand(line)
  if (words !== null) return words
  addFault(context, { code: 'open-quote' })
  return z.NEVER
})

const idle = z
  .string()
  .trim()
  .pipe(IdleTime)
  .transform((milliseconds) => IdleMilliseconds.parse(milliseconds))

/** An optional amount: `read` makes a number of what was typed, or undefined. Empty is no limit. */
const amount = (
  schema: (typeof Limits.shape)[keyof typeof Limits.shape],
  read: (text: string) => number | undefined,
  code: 'not-size' | 'not-percent' | 'not-count',
) =>
  z
    .string()
    .trim()
    .transform((text, context): number | undefined => {
      if (text === '') return undefined
      const value = read(text)
      if (value !== undefined && schema.safeParse(value).success) return value
      const { minValue: least, maxValue: most } = schema.unwrap()
      addFault(context, { code, text, least: least ?? 0, most: most ?? Number.MAX_SAFE_INTEGER })
      return z.NEVER
    })

const readSize = (text: string): number | undefined =>
  parseBytes(text.replace(/\s+/g, '').replace(/i?B$/, '').toUpperCase())
const readWhole = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)
const readPercent = (text: string): number | undefined => readWhole(text.replace(/\s*%$/, ''))

const domainRows = z
  .array(z.object({ value: z.string().trim().pipe(Domain) }))
  .superRefine((rows, context) => {
    for (const [index, { value }] of rows.entries())
      if (rows.findIndex((row) => row.value === value) < index)
        addFault(context, { code: 'domain-twice' }, [index, 'value'])
  })

// A first domain that is left empty is the one that the agent makes of the name.
const domains = z
  .array(z.object({ value: z.string() }))
  .transform((rows) => (rows.length === 1 && rows[0]?.value.trim() === '' ? [] : rows))
  .pipe(domainRows)

const environment = z
  .array(z.object({ name: EnvironmentName, value: EnvironmentValue }))
  .superRefine((rows, context) => {
    for (const [index, { name }] of rows.entries())
      if (rows.findIndex((row) => row.name === name) < index)
        addFault(context, { code: 'variable-twice' }, [index, 'name'])
  })

const fields = {
  name: TenantName,
  domains,
  idle,
  scope: Scope,
  /** `auto` leaves the choice to the agent: native for Node programs, proxied for others. */
  activation: z.enum(['auto', ...Activation.options]),
  listen: Listen,
  environment,
  memoryMax: amount(Limits.shape.memoryMax, readSize, 'not-size'),
  cpuQuota: amount(Limits.shape.cpuQuota, readPercent, 'not-percent'),
  tasksMax: amount(Limits.shape.tasksMax, readWhole, 'not-count'),
}

/** The form: what is typed goes in, what the agent takes comes out. Each value is checked by the contract's own schema. */
export const ProvisionForm = z
  .discriminatedUnion('program', [
    z.object({ ...fields, program: z.literal('sample'), command: z.string() }),
    z.object({ ...fields, program: z.literal('command'), command: commandLine.pipe(Command) }),
  ])
  .transform((values): CreateTenantInput => {
    const command = values.program === 'command' ? values.command : undefined
    const activation = values.activation === 'auto' || command === undefined ? undefined : values.activation
    const limits = given({
      memoryMax: values.memoryMax,
      cpuQuota: values.cpuQuota,
      tasksMax: values.tasksMax,
    })
    return {
      name: values.name,
      idle: values.idle,
      scope: values.scope,
      ...(values.domains.length === 0 ? {} : { domains: values.domains.map(({ value }) => value) }),
      ...given({ command, activation }),
      ...(isProxied(command, activation) ? { listen: values.listen } : {}),
      ...(values.environment.length === 0
        ? {}
        : { environment: Object.fromEntries(values.environment.map(({ name, value }) => [name, value])) }),
      ...(Object.keys(limits).length === 0 ? {} : { limits }),
    }
  })

export type ProvisionValues = z.input<typeof ProvisionForm>

/** True where systemd-socket-proxyd(8) will stand before the program. */
export const isProxied = (command: Command | undefined, activation: Activation | undefined): boolean =>
  command !== undefined && (activation ?? (isNodeCommand(command) ? 'native' : 'proxied')) === 'proxied'

/** The object without what is undefined. */
const given = <T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>
  }
