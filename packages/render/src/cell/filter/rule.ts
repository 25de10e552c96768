/** What the program gets instead: its error number. */
export type Refusal = 'EPERM' | 'ENOSYS' | 'EAFNOSUPPORT'

/** When a call that is allowed is refused for its arguments. */
export type Rule = UnlessOneOf | WhereBits

/** All 64 bits count, so that a value with anything in its upper half is none of them. */
interface UnlessOneOf {
  readonly refuse: Refusal
  readonly unless: { readonly argument: number; readonly oneOf: readonly number[] }
}

/** Every one of these arguments has one of its bits. The lower half only: the kernel reads no more of flags and modes. */
interface WhereBits {
  readonly refuse: Refusal
  readonly where: readonly { readonly argument: number; readonly anyBitOf: number }[]
}
