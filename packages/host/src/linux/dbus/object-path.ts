/** The object path of a unit. A digit at the beginning is encoded too. */
export const pathOf = (name: string): string =>
  unitPaths +
  name.replaceAll(
    /^[0-9]|[^A-Za-z0-9]/g,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

/**
 * The unit of an object path, which holds every byte but letters and digits as `_` and two hex digits
 * (sd_bus_path_encode(3)); undefined where it is no unit's.
 */
export const nameOf = (path: string): string | undefined =>
  path.startsWith(unitPaths)
    ? path
        .slice(unitPaths.length)
        .replaceAll(/_([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : undefined

const unitPaths = '/org/freedesktop/systemd1/unit/'
