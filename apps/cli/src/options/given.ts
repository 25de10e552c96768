/** The properties that have a value: what was not given is left out of an input, not sent as undefined. */
export const given = <Properties extends Record<string, unknown>>(properties: Properties) =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Properties]?: Exclude<Properties[Name], undefined>
  }
