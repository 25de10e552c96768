// Crashes at once while the file `mended` does not exist in its home, and is the plain server once it does.
const { existsSync } = require('node:fs')

if (!existsSync(`${process.env.HOME}/mended`)) {
  console.error('cannot start: no configuration')
  process.exit(3)
}
require('./plain-server.js')
