import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Class names in one string; of two that exclude each other the later one counts. */
export const classNames = (...values: ClassValue[]): string => twMerge(clsx(values))
