'use client'

import { includesRole, type Me, type Role } from '@pilot/contract'
import { createContext, useContext, type ReactNode } from 'react'

const Context = createContext<Me | null>(null)

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <Context value={me}>{children}</Context>
)

/** Who reads the page. */
export const useMe = (): Me => {
  const me = useContext(Context)
  if (me === null) throw new Error('there is no MeProvider above')
  return me
}

/** True where the reader's role includes it: what may not be done is not offered. The agent decides all the same. */
export const useMay = (role: Role): boolean => includesRole(useMe().role, role)
