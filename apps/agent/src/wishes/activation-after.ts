import { defaultActivation, type GivenSettings, type TenantSpec } from '@pilot/contract'

/**
 * Who takes the connections after something was said of the program. What an operator chose stays until another is
 * chosen; else each new command comes with its default. Of what was wished before choices were remembered, only what
 * is no default counts as chosen.
 */
export const activationAfter = (
  spec: TenantSpec,
  { command, activation }: Pick<GivenSettings, 'command' | 'activation'>,
): Pick<TenantSpec, 'activation' | 'activationChosen'> => {
  if (activation !== undefined) return { activation, activationChosen: true }
  const isChosen = spec.activationChosen === true || spec.activation !== defaultActivation(spec.command)
  return { activation: command === undefined || isChosen ? spec.activation : defaultActivation(command) }
}
