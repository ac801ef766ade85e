import { buildPages } from '#server/commands/build-pages.ts'

/** Builds the pages once before the tests, which the browser tests then only read. */
export async function setup(): Promise<void> {
  await buildPages((sentence) => process.stderr.write(`${sentence}\n`))
}
