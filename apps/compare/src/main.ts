import { clean } from './clean.ts'
import { compare } from './compare.ts'
import { connectAgent } from './agent.ts'

// pilot-compare.service: `compare.js` measures, `compare.js --clean` removes what there is afterwards.
const main = async (): Promise<void> => {
  const agent = connectAgent()
  try {
    if (process.argv.includes('--clean')) await clean(agent)
    else await compare(agent)
  } finally {
    await agent.close()
  }
}

// What it has made is removed by ExecStopPost=, as after any other end.
process.once('SIGTERM', () => process.exit(0))

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
