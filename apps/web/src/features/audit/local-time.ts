/** The instant as `<input type="datetime-local">` takes it, in the time zone of whoever runs this; empty for none. */
export const toLocalInput = (instant: Date | null): string =>
  instant === null
    ? ''
    : `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}T${two(instant.getHours())}:${two(instant.getMinutes())}`

/** The instant that the input names; null where it names none yet. */
export const fromLocalInput = (text: string): Date | null => {
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}

const two = (number: number): string => String(number).padStart(2, '0')
