/** What is hoped of a measured number. */
export interface Aim {
  readonly words: string
  readonly met: boolean
}

const missed: string[] = []

/** Prints one measured figure, its aim beside it. */
export function printFigure(name: string, figure: string, aim?: Aim): void {
  const verdict = aim ? `aim: ${aim.words.padEnd(16)} ${aim.met ? 'ok' : 'missed'}` : ''
  console.log(`  ${name.padEnd(52)} ${figure.padEnd(30)} ${verdict}`.trimEnd())
  if (aim && !aim.met) missed.push(name)
}

/** Says at the end which aims were missed; none of them decides anything. */
export function printMissed(): void {
  console.log(missed.length === 0 ? 'All aims were met.' : 'Missed aims:')
  for (const name of missed) console.log(`  ${name}`)
}

/** Seconds on the clock, and of processor time on all threads of this process. */
export interface Spent {
  readonly wall: number
  readonly cpu: number
}

/** Does something and says how long it took. */
export function timed<Result>(work: () => Result): {
  readonly result: Result
  readonly spent: Spent
} {
  const since = stopwatch()
  const result = work()
  return { result, spent: since() }
}

/** @returns reads how much was spent since now */
export function stopwatch(): () => Spent {
  const start = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 }
  }
}

export function addSpent(all: readonly Spent[]): Spent {
  return {
    wall: all.reduce((sum, { wall }) => sum + wall, 0),
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  }
}

/** "12.3 s (11.9 s of processor time)" */
export function inSeconds({ wall, cpu }: Spent): string {
  return `${wall.toFixed(1)} s (processor: ${cpu.toFixed(1)} s)`
}
