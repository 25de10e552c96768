'use client'

import type { Theme } from '../client/theme.ts'
import { LocaleSelect, ThemeSelect } from '../shared/preferences/preference-selects.tsx'

/** Language and theme for who has not signed in yet. */
export const DoorPreferences = ({ theme }: { theme: Theme }) => (
  <footer className="flex gap-2 pt-10">
    <LocaleSelect />
    <ThemeSelect theme={theme} />
  </footer>
)
