import { setImmediate } from 'node:timers/promises'
import { parentPort, Worker, workerData } from 'node:worker_threads'

/** What is handed over after the input: part after part, then the end. */
type Handed<Part> =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'end' }

/**
 * Runs a worker module on its own thread and returns what it answers, so that arithmetic
 * never keeps other requests waiting.
 *
 * Input is copied to the thread, and copying keeps them waiting too: what is large is handed
 * over in parts of a few milliseconds each, between which other requests have their turn.
 */
export function runOffThread<Output>(
  module: URL,
  input: unknown,
  parts: Iterable<unknown> = [],
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: input })
    worker.once('message', (output: Output) => {
      resolve(output)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () =>
      reject(new Error(`${module.pathname} ended without an answer`)),
    )
    handOver(worker, parts).catch((error: unknown) => {
      reject(error)
      void worker.terminate()
    })
  })
}

async function handOver(worker: Worker, parts: Iterable<unknown>): Promise<void> {
  const post = (handed: Handed<unknown>): void => worker.postMessage(handed)
  for (const part of parts) {
    post({ kind: 'part', part })
    await setImmediate()
  }
  post({ kind: 'end' })
}

/** The other end: what a worker module does with the input and all parts it was handed. */
export function answerOffThread<Input, Part = never>(
  work: (input: Input, parts: readonly Part[]) => unknown,
): void {
  if (!parentPort) throw new Error('answerOffThread belongs in a worker module')
  const port = parentPort
  const input: Input = workerData
  const parts: Part[] = []
  port.on('message', (handed: Handed<Part>) => {
    if (handed.kind === 'part') parts.push(handed.part)
    else
      void Promise.resolve(work(input, parts)).then((output) => port.postMessage(output))
  })
}
