import type { Caddy } from '../ports/caddy.ts'
import type { World } from './world.ts'

/** The config tree behind Caddy's admin API, with its way of treating arrays and keys that exist. */
export const fakeCaddy = (world: World): Caddy => {
  const change = (method: string, path: string, value: unknown, apply: (place: Place) => void): void => {
    world.need('caddy')
    // Caddy takes a change whole or not at all.
    const copy: unknown = structuredClone(world.state.caddy)
    if (path === '/load') {
      world.wrote('caddy', method, path, value)
      world.state.caddy = structuredClone(value)
      return
    }
    const holder = { config: copy }
    apply(findPlace(holder, path))
    world.wrote('caddy', method, path, value)
    world.state.caddy = holder.config
  }
  return {
    address: 'unix//run/caddy/admin.sock',
    version: async () => {
      world.need('caddy')
      return 'v2.10.0'
    },
    get: async (path) => {
      world.need('caddy')
      const place = tryFindPlace({ config: world.state.caddy }, path)
      return structuredClone(place?.read() ?? undefined)
    },
    put: async (path, value) =>
      change('put', path, value, (place) => {
        if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 0, structuredClone(value))
        else if (place.read() !== undefined) throw refusal(409, `key already exists: ${place.key}`)
        else place.write(value)
      }),
    patch: async (path, value) =>
      change('patch', path, value, (place) => {
        if (place.read() === undefined) throw refusal(404, `key does not exist: ${place.key}`)
        place.write(value)
      }),
    post: async (path, value) =>
      change('post', path, value, (place) => {
        const found = place.read()
        if (Array.isArray(found)) found.push(structuredClone(value))
        else place.write(value)
      }),
    delete: async (path) => {
      world.need('caddy')
      if (tryFindPlace({ config: world.state.caddy }, path)?.read() === undefined) return
      change('delete', path, undefined, (place) => {
        if (Array.isArray(place.parent)) place.parent.splice(Number(place.key), 1)
        else Reflect.deleteProperty(place.parent, place.key)
      })
    },
  }
}

interface Place {
  readonly parent: object
  readonly key: string
  read(): unknown
  write(value: unknown): void
}

const findPlace = (root: { config: unknown }, path: string): Place => {
  const place = tryFindPlace(root, path)
  if (place === undefined)
    throw refusal(path.startsWith('/id/') ? 404 : 400, `invalid traversal path at: ${path}`)
  return place
}

const tryFindPlace = (root: { config: unknown }, path: string): Place | undefined => {
  const keys = path.split('/').filter((key) => key !== '')
  if (keys[0] === 'id') {
    const found = findId(root, 'config', keys[1] ?? '')
    return found && descend(found, keys.slice(2))
  }
  return descend(placeAt(root, 'config'), keys.slice(1))
}

const descend = (start: Place, keys: readonly string[]): Place | undefined => {
  let place = start
  for (const key of keys) {
    const value = place.read()
    if (typeof value !== 'object' || value === null) return undefined
    place = placeAt(value, key)
  }
  return place
}

const placeAt = (parent: object, key: string): Place => ({
  parent,
  key,
  read: () => Reflect.get(parent, key) as unknown,
  write: (value) => {
    Reflect.set(parent, key, structuredClone(value))
  },
})

const findId = (parent: object, key: string, id: string): Place | undefined => {
  const value: unknown = Reflect.get(parent, key)
  if (typeof value !== 'object' || value === null) return undefined
  if (Reflect.get(value, '@id') === id) return placeAt(parent, key)
  for (const child of Object.keys(value)) {
    const found = findId(value, child, id)
    if (found !== undefined) return found
  }
  return undefined
}

const refusal = (status: number, message: string): Error => new Error(`Caddy answered ${status}: ${message}`)
