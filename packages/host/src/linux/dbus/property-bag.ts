import type { Variant } from 'dbus-next'

/** What GetAll answered, with systemd's types as ours: 64-bit values are BigInt, and 2^64-1 is "not set". */
export class PropertyBag {
  readonly #properties: Readonly<Record<string, Variant>>

  constructor(properties: Readonly<Record<string, Variant>>) {
    this.#properties = properties
  }

  text(name: string): string {
    const value = this.#value(name)
    return typeof value === 'string' ? value : ''
  }

  texts(name: string): readonly string[] {
    const value = this.#value(name)
    return Array.isArray(value) ? value.map(String) : []
  }

  flag(name: string): boolean {
    return this.#value(name) === true
  }

  /** null where not set, infinite, or not there at all. */
  number(name: string): number | null {
    const value = this.#value(name)
    if (typeof value === 'number') return value
    return typeof value === 'bigint' && value !== notSet ? Number(value) : null
  }

  /** A timestamp of systemd as milliseconds since 1970; null for 0, which is never. */
  time(name: string): number | null {
    return toMilliseconds(this.#properties[name])
  }

  #value(name: string): unknown {
    return this.#properties[name]?.value
  }
}

/** Microseconds since 1970 as milliseconds; null for 0 and where there are none. */
export const toMilliseconds = (timestamp: Variant | undefined): number | null => {
  const value: unknown = timestamp?.value
  return typeof value === 'bigint' && value > 0n ? Number(value / 1000n) : null
}

const notSet = 2n ** 64n - 1n
