import type { DraftItem, DraftSection, LeaveOut } from './draft.ts'

/** What stands above the questions of a section. */
export type Above = Pick<DraftSection, 'heading' | 'lead'>

/**
 * Gathers questions into sections as a file is read from the top. A grid is a section of its
 * own; what stands above a part is said once, above the first section of it.
 */
export class SectionWriter {
  readonly #leave: LeaveOut
  readonly #sections: DraftSection[] = []
  #above: Above = {}
  #where = ''
  #items: DraftItem[] = []

  constructor(leave: LeaveOut) {
    this.#leave = leave
  }

  /** Begins a part; what was gathered before is a section. */
  begin(above: Above, where: string): void {
    this.#close()
    this.#above = above
    this.#where = where
  }

  /** @returns whether the sentence stands above questions, and not between them */
  leadWith(lead: DraftSection['lead']): boolean {
    if (this.#items.length > 0 || this.#above.lead) return false
    this.#above = { ...this.#above, lead }
    return true
  }

  add(items: readonly DraftItem[]): void {
    this.#items.push(...items)
  }

  addGrid(grid: DraftSection): void {
    this.#close()
    if (this.#above.lead?.size) this.#leave('information', this.#where)
    this.#sections.push({ heading: this.#above.heading, ...grid })
    this.#above = {}
  }

  sections(): readonly DraftSection[] {
    this.#close()
    return this.#sections
  }

  #close(): void {
    if (this.#items.length === 0) return
    this.#sections.push({ ...this.#above, where: this.#where, items: this.#items })
    this.#above = {}
    this.#items = []
  }
}
