import { on } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import {
  isMarkedAsUntransferable,
  type MessagePort,
  parentPort,
  Worker,
  workerData,
} from 'node:worker_threads'

/** What is handed over after the input: part after part, then the end. */
type Handed<Part> =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'end' }

/** What comes back: that a part has been worked on, and at last the answer. */
type Said<Output> =
  | { readonly kind: 'taken' }
  | { readonly kind: 'answer'; readonly answer: Output }

/** So many parts wait at the thread: it never idles, and memory stays steady. */
const mostWaiting = 2

/** What work may take at most, where what it is given may be made to take all there is. */
export interface WorkLimit {
  /** of the heap, where objects and texts are; large bytes lie outside it */
  readonly megabytes: number
  readonly seconds: number
}

/** Work was ended because it took more than it may. */
export class BeyondLimit extends Error {
  constructor({ pathname }: URL) {
    super(`${pathname} took more time or memory than it may`)
    this.name = 'BeyondLimit'
  }
}

/**
 * Runs a worker module on its own thread and returns what it answers, so that arithmetic
 * never keeps other requests waiting.
 *
 * Input is copied to the thread, and copying keeps them waiting too: what is large is handed
 * over in parts of a few milliseconds each, between which other requests have their turn. The
 * next part is made when the thread is about to need it.
 *
 * @throws BeyondLimit where there is a limit, and the work goes beyond it
 */
export function runOffThread<Output>(
  module: URL,
  input: unknown,
  parts: Iterable<unknown> | AsyncIterable<unknown> = [],
  limit?: WorkLimit,
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, {
      workerData: input,
      ...(limit && { resourceLimits: { maxOldGenerationSizeMb: limit.megabytes } }),
    })
    const deadline =
      limit &&
      setTimeout(() => {
        reject(new BeyondLimit(module))
        void worker.terminate()
      }, limit.seconds * 1000)
    const turnstile = createTurnstile(mostWaiting)
    worker.on('message', (said: Said<Output>) => {
      if (said.kind === 'taken') return turnstile.free()
      resolve(said.answer)
      void worker.terminate()
    })
    worker.once('error', (error) =>
      reject(isOutOfMemory(error) ? new BeyondLimit(module) : error),
    )
    worker.once('exit', () => {
      clearTimeout(deadline)
      turnstile.shut()
      reject(new Error(`${module.pathname} ended without an answer`))
    })
    handOver(worker, parts, turnstile).catch((error: unknown) => {
      reject(error)
      void worker.terminate()
    })
  })
}

function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  )
}

async function handOver(
  worker: Worker,
  parts: Iterable<unknown> | AsyncIterable<unknown>,
  turnstile: Turnstile,
): Promise<void> {
  const post = (handed: Handed<unknown>): void => worker.postMessage(handed)
  for await (const part of parts) {
    if (!(await turnstile.pass())) return
    post({ kind: 'part', part })
    await setImmediate()
  }
  post({ kind: 'end' })
}

/** Lets so many through until some are free again. */
interface Turnstile {
  /** @returns false once it is shut */
  pass(): Promise<boolean>
  free(): void
  shut(): void
}

function createTurnstile(places: number): Turnstile {
  let free = places
  let isShut = false
  let wake = (): void => {}
  return {
    async pass() {
      while (free === 0 && !isShut) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      free -= 1
      return !isShut
    },
    free() {
      free += 1
      wake()
    },
    shut() {
      isShut = true
      wake()
    },
  }
}

/** The other end: what a worker module does with the input and the parts it is handed. */
export function answerOffThread<Input, Part = never>(
  work: (input: Input, parts: AsyncIterable<Part>) => unknown,
): void {
  if (!parentPort) throw new Error('answerOffThread belongs in a worker module')
  const port = parentPort
  const say = (said: Said<unknown>, given: Iterable<ArrayBuffer> = []): void =>
    port.postMessage(said, [...new Set(given)])
  const answering = async (): Promise<void> => {
    const answer = await work(workerData, partsFrom<Part>(port, say))
    say({ kind: 'answer', answer }, largeBytesIn(answer))
  }
  void answering()
}

/** From so many bytes on, handing them over takes less time than copying them. */
const large = 100_000

/** The memory of the large bytes in an answer: it changes hands instead of being copied. */
function* largeBytesIn(answer: unknown): Generator<ArrayBuffer> {
  if (answer instanceof Uint8Array) {
    const { buffer, byteLength } = answer
    const isFree = buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(buffer)
    if (isFree && byteLength >= large) yield buffer
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) yield* largeBytesIn(part)
  }
}

async function* partsFrom<Part>(
  port: MessagePort,
  say: (said: Said<never>) => void,
): AsyncGenerator<Part> {
  for await (const [handed] of on(port, 'message') as AsyncIterable<[Handed<Part>]>) {
    if (handed.kind === 'end') return
    yield handed.part
    say({ kind: 'taken' })
  }
}
