/**
 * Lets an ES module import from node:http without loading undici: 92 modules and some 25 ms of a cold start.
 *
 * Where a builtin is imported, Node makes an export of each enumerable property, and for that reads every getter
 * (exportKeys and getOwn() in https://github.com/nodejs/node/blob/main/lib/internal/bootstrap/realm.js). Those of
 * http for WebSocket, CloseEvent and MessageEvent load undici. Once they are not enumerable they are no exports any
 * more, while `http.WebSocket` and the global WebSocket stay as they were. Only `import { WebSocket } from 'node:http'`
 * fails then; a program that has it is given PILOT_HTTP_WEBSOCKET=1. To be called before the program is loaded.
 */
export const hideHttpWebSocket = (environment: NodeJS.ProcessEnv = process.env): void => {
  if (environment['PILOT_HTTP_WEBSOCKET'] === '1') return
  // Nearly every program loads it a moment later; one that speaks nothing but plain TCP loads ten modules more.
  const http = process.getBuiltinModule('node:http')
  for (const name of lazyExports) {
    const property = Object.getOwnPropertyDescriptor(http, name)
    // Another version of Node may have none of them, or no getters.
    if (property?.get && property.configurable === true)
      Object.defineProperty(http, name, { ...property, enumerable: false })
  }
}

const lazyExports = ['WebSocket', 'CloseEvent', 'MessageEvent']
