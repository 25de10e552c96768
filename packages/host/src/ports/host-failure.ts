import { speak, type HostFault } from '@pilot/contract'

/** Something that was asked of the machine ended otherwise, as a fact that can be told in every language. */
export class HostFailure extends Error {
  override readonly name: string = 'HostFailure'
  readonly fault: HostFault

  constructor(fault: HostFault, options?: ErrorOptions) {
    super(speak.stepDetail(fault), options)
    this.fault = fault
  }
}
