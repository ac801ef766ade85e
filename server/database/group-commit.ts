interface Waiting<Task, Outcome> {
  readonly task: Task
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Commits together what waits together: while one commit is under way the next tasks gather,
 * and the commit after it takes all of them. Many writers then share the wait for the disk.
 */
export class GroupCommit<Task, Outcome> {
  readonly #commit: (tasks: readonly Task[]) => Promise<readonly Outcome[]>
  readonly #most: number
  readonly #waiting: Waiting<Task, Outcome>[] = []
  #running = false

  /** @param commit makes all tasks durable or none; tells the outcome of each in their order */
  constructor(
    commit: (tasks: readonly Task[]) => Promise<readonly Outcome[]>,
    most: number,
  ) {
    this.#commit = commit
    this.#most = most
  }

  /** @returns the task's outcome once it is durable; rejects when its commit failed */
  add(task: Task): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject })
    })
    if (!this.#running) void this.#run()
    return outcome
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      await new Promise(setImmediate)
      await this.#commitTogether(this.#waiting.splice(0, this.#most))
    }
    this.#running = false
  }

  async #commitTogether(group: readonly Waiting<Task, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ task }) => task))
      if (outcomes.length !== group.length) {
        throw new Error('a group was not answered one by one')
      }
      for (const [index, { resolve }] of group.entries()) {
        resolve(outcomes[index] as Outcome)
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}
