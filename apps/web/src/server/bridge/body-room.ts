/** What one body takes of the room that all share. */
export interface Place {
  /** False where there is no room for it at this length (bytes); what it had it keeps. */
  grow(length: number): boolean
  /** Gives all of it back; may be called twice. */
  leave(): void
}

/**
 * Room for the bodies that are held at once, `most` bytes of all of them. One of at most 16 KB needs none, as its
 * connection costs no less: so whoever fills the room keeps nobody from signing in.
 */
export const createBodyRoom = (most: number): { enter(): Place } => {
  let held = 0
  return {
    enter: () => {
      let own = 0
      return {
        grow: (length) => {
          const wanted = length > small ? length : 0
          if (held - own + wanted > most) return false
          held += wanted - own
          own = wanted
          return true
        },
        leave: () => {
          held -= own
          own = 0
        },
      }
    },
  }
}

const small = 16 * 1024
