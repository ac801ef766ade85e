import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

/** How long a thread kept others waiting, milliseconds. */
export interface Standstill {
  readonly longest: number
  readonly p99: number
  /** processor time of the thread between two turns: what other programs cannot add to */
  readonly busiest: number
  /** longest collection of garbage, by the clock */
  readonly collecting: number
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
  const garbage = watchGarbage()
  return {
    async begin() {
      await setTimeout(100)
      delay.reset()
      processor.reset()
      garbage.reset()
    },
    async end() {
      await setTimeout(50) // what the work left to do belongs to it
      const [longest, p99] = [delay.max / 1e6, delay.percentile(99) / 1e6]
      const [busiest, collecting] = [processor.busiest(), garbage.longest()]
      return { longest, p99, busiest, collecting }
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

function watchGarbage() {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ entryTypes: ['gc'] })
  return {
    longest: (): number => longest,
    reset(): void {
      longest = 0
    },
  }
}
