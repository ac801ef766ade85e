import { parentPort, Worker, workerData } from 'node:worker_threads'

/**
 * Runs a worker module on its own thread and returns what it answers, so that arithmetic
 * never keeps other requests waiting.
 */
export function runOffThread<Output>(module: URL, input: unknown): Promise<Output> {
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
  })
}

/** The other end: what a worker module does with the input it was started with. */
export function answerOffThread<Input>(work: (input: Input) => unknown): void {
  if (!parentPort) throw new Error('answerOffThread belongs in a worker module')
  const port = parentPort
  const input: Input = workerData
  void Promise.resolve(work(input)).then((output) => port.postMessage(output))
}
