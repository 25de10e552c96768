import { EnvironmentName, EnvironmentValue, type Environment } from '@pilot/contract'
import { Option } from 'commander'
import { invalid, parsed } from './value.ts'

export const envOption = (): Option =>
  new Option('--env <KEY=VALUE>', 'a variable of the program; may be repeated').argParser(addVariable)

export const unsetEnvOption = (): Option =>
  new Option('--unset-env <KEY>', 'take a variable away; may be repeated').argParser(
    (text: string, previous: readonly string[] | undefined) => [
      ...(previous ?? []),
      parsed('unset-env', EnvironmentName)(text),
    ],
  )

const addVariable = (text: string, previous: Environment = {}): Environment => {
  const separator = text.indexOf('=')
  if (separator === -1) throw invalid('env', `"${text}" has no =; write for example --env COLOR=blue`)
  const name = parsed('env', EnvironmentName)(text.slice(0, separator))
  return { ...previous, [name]: parsed('env', EnvironmentValue)(text.slice(separator + 1)) }
}
