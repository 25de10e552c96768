import type { Sentences, Thing } from '@pilot/contract'

/** Each is the object of a sentence, as in `Den Zugang ada gibt es nicht.` */
export const thing: Sentences<Thing> = {
  account: ({ tenant }) => `Das Konto ${tenant} (anzulegen mit „pilot create-user --name=${tenant}“)`,
  domain: ({ domain, tenant }) => `Die Domain ${domain} des Tenants ${tenant}`,
  variable: ({ variable, tenant }) => `Die Variable ${variable} des Tenants ${tenant}`,
  file: ({ path }) => `Die Datei ${path}`,
  operator: ({ operator }) => `Den Zugang ${operator}`,
  session: () => 'Diese Sitzung',
  token: () => 'Dieses API-Token',
  comparison: ({ id }) => `Den Vergleich ${id}`,
  'running-comparison': ({ id }) =>
    id === undefined ? 'Einen laufenden Vergleich' : `Einen laufenden Vergleich ${id}`,
}
