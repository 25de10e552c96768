/** An instruction of classic BPF: `struct sock_filter` of linux/filter.h. */
export interface Instruction {
  readonly code: number
  /** How many instructions to skip where a condition holds, and where it does not. */
  readonly jt: number
  readonly jf: number
  readonly k: number
}

/** The few that a filter needs, by their codes in linux/bpf_common.h. */
export const codes = {
  load: 0x20,
  jump: 0x05,
  ifEqual: 0x15,
  ifAtLeast: 0x35,
  ifAnyBit: 0x45,
  answer: 0x06,
} as const
