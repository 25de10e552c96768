export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeCookie = 'pilot-theme'

export const findTheme = (text: string | undefined): Theme =>
  themes.find((theme) => theme === text) ?? 'system'
