/** `npm start`: builds what changed, brings the databases up to date, serves. */
import { offerSetUp } from '../accounts/set-up-organization.ts'
import { type Config, readConfig } from '../config.ts'
import { tellOperator } from '../events.ts'
import { startServer } from '../main.ts'
import { buildPages } from './build-pages.ts'

const config = settings()
await buildPages((sentence) => console.error(sentence))
const running = await startServer(config, tellOperator).catch(explain)
const setUp = await offerSetUp(running.services)

console.log(`
Groundwork is running at ${config.origin}

Open that address in a browser. You can explore an example organization there,
or set up your own${setUp ? ` with this link, which works once:\n\n  ${setUp}` : ': sign in.'}

Everything is kept in ${config.dataFolder}. Stop with Ctrl+C.
`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void running[Symbol.asyncDispose]().then(() => process.exit(0))
  })
}

function settings(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    return explain(error)
  }
}

/** A start that cannot be is one sentence, not a stack trace. */
function explain(error: unknown): never {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (isTaken) {
    console.error(
      `Something else already listens on ${config.host}:${config.port}, perhaps another Groundwork: stop it, or choose another port with GROUNDWORK_PORT.`,
    )
  } else {
    console.error(error instanceof Error ? error.message : String(error))
  }
  process.exit(1)
}
