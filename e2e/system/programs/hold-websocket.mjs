// Opens a WebSocket through Caddy, says "first", stays silent for MILLISECONDS, says "last", and prints both
// echoes; anything else ends with a non-zero exit code.
const [, , domain, milliseconds] = process.argv
const socket = new WebSocket(`ws://${domain}/`)
const heard = []
socket.onerror = () => process.exit(1)
socket.onclose = () => process.exit(heard.length === 2 ? 0 : 1)
socket.onopen = () => socket.send('first')
socket.onmessage = ({ data }) => {
  heard.push(data)
  console.log(data)
  if (heard.length === 1) setTimeout(() => socket.send('last'), Number(milliseconds))
  else socket.close()
}
