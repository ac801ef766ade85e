/** Whether everything typed is on the device. */
export type Keeping = 'kept' | 'keeping' | 'failed'

export interface Keeper<Thing> {
  /** to be called with every change; writes within `pause` */
  keep(thing: Thing): void
  /** writes now what is not written yet */
  flush(): Promise<void>
  /** nothing is written any more, not even what was underway */
  stop(): Promise<void>
}

/** Shorter than half a second, with the time that writing takes. */
const pauseMs = 250

/**
 * Writes the newest state of a thing, one write at a time: the first change is written after a
 * pause, and those that come meanwhile go with it, however long somebody types without stopping.
 */
export function keeperOf<Thing>(
  write: (thing: Thing) => Promise<void>,
  tell: (keeping: Keeping) => void,
): Keeper<Thing> {
  let newest: { readonly thing: Thing } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> | null = null
  let isStopped = false

  const writeAll = async (): Promise<void> => {
    while (newest && !isStopped) {
      const current = newest
      newest = null
      try {
        await write(current.thing)
      } catch {
        // What could not be written stays the newest there is, unless something newer came.
        newest ??= current
        tell('failed')
        return
      }
    }
    tell('kept')
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }

  return {
    keep(thing) {
      if (isStopped) return
      newest = { thing }
      tell('keeping')
      timer ??= setTimeout(() => void flush(), pauseMs)
    },
    flush,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await writing
    },
  }
}
