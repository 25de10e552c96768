/** Messages of systemd's catalogue (src/systemd/sd-messages.h) that tell of the runs of a service. */
export const messages = {
  starting: '7d4958e842da4a758f6c1cdc7b36dcc5',
  started: '39f53479d3a045ac8e11786248231fbf',
  stopped: '9d1aaa27d60140bd96365438aad20286',
  succeeded: '7ad2d189f7e94e70a38c781354912448',
  failed: 'd9b373ed55a64feb8242e02dbe79a49c',
} as const

export const runMessages: readonly string[] = Object.values(messages)
