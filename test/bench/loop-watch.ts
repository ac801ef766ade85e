import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

/** How long a thread kept others waiting, milliseconds. */
export interface Standstill {
  readonly longest: number
  readonly p99: number
  /** processor time of the thread between two turns: what other programs cannot add to */
  readonly busiest: number
}

/** Watches the event loop of this thread. */
export interface Watch {
  begin(): Promise<void>
  end(): Promise<Standstill>
}

export function watchLoop(): Watch {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const processor = watchProcessor()
  return {
    async begin() {
      await setTimeout(100)
      delay.reset()
      processor.reset()
    },
    async end() {
      await setTimeout(50) // what the work left to do belongs to it
      const [longest, p99] = [delay.max / 1e6, delay.percentile(99) / 1e6]
      return { longest, p99, busiest: processor.busiest() }
    },
  }
}

function watchProcessor() {
  let busiest = 0
  let spent = process.threadCpuUsage()
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(spent)
    busiest = Math.max(busiest, (user + system) / 1e3)
    spent = process.threadCpuUsage()
  }, 1).unref()
  return {
    busiest: (): number => busiest,
    reset(): void {
      busiest = 0
    },
  }
}
