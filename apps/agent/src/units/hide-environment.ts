/** The text of a unit file without what its `Environment=` and `SetCredential=` set (systemd.exec(5)); names stay. */
export const hideEnvironment = (text: string): string =>
  text.replaceAll(settings, (_, setting: string, value: string) => {
    const names = [...value.matchAll(assignments)].map(([, name = '']) => `${name}***`)
    return `${setting}${names.join(' ')}`
  })

// A line that ends in a backslash goes on (systemd.syntax(7)).
const settings = /^([ \t]*(?:Environment|SetCredential(?:Encrypted)?)[ \t]*=)((?:.*\\\n)*.*)$/gm
const assignments = /(?:^|[\s"'])([A-Za-z_][\w.-]*[=:])/g
