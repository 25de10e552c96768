import type Net from 'node:net'

/**
 * node:net, loaded when it is needed: to import it would cost 4 ms of CPU in each of a program's children, in all
 * of which the preload does nothing.
 */
export const net = (): typeof Net => process.getBuiltinModule('node:net')
