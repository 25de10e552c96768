import { pilotMethods } from './index.ts'

export type MethodName = keyof typeof pilotMethods

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(pilotMethods, name)
