'use client'

import type { TenantSpec } from '@pilot/contract'
import { createContext, useContext } from 'react'

/** What the fields know of the form that they stand in. */
export interface FormPlace {
  /** The tenant as it stands; undefined for a new one. */
  readonly spec?: TenantSpec
  /** The domain that is taken where none is typed. */
  readonly openDomain: string
  /** Who else has a domain, as far as that is known. */
  readonly ownerOf: (domain: string) => DomainOwner | undefined
}

export interface DomainOwner {
  /** null where it is Pilot itself. */
  readonly tenant: string | null
}

export const FormPlaceContext = createContext<FormPlace>({ openDomain: '', ownerOf: () => undefined })

export const useFormPlace = (): FormPlace => useContext(FormPlaceContext)
