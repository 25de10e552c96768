import { userInfo } from 'node:os'

/** The name of the account that this process runs as, from its passwd entry; the uid where it has none. */
const readAccount = (): string => {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.())
  }
}

export const account = readAccount()
