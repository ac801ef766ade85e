import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Cell, Figure } from '#analysis/disclosure/disclosed.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { countAnswers } from './random-organization.ts'

/** What everybody says, on 0–100: not at all, the highest of "low", exactly half, all the time. */
const answers = [0, 45, 50, 100]

/**
 * Everybody answers the same (claim 43): no figure says so. None stands at the end of the
 * scale, at nobody or at everybody, and with all at an end every one is clipped.
 */
export function beginHomogeneous(): Attack {
  let organizations = 0
  let figures = 0
  const broken: string[] = []

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: an attack is every case within every case
  const attack = ({ organization }: Subject): void => {
    organizations += 1
    for (const need of answers) {
      const people = organization.people.map((one) => {
        return { ...one, needs: one.needs.map((own) => (own < 0 ? own : need)) }
      })
      const release = disclose(organization.plan, countAnswers(organization.plan, people))
      for (const cells of Object.values(release.constructs)) {
        const all = [cells.organization, cells.units, cells.groups]
        for (const cell of all.flatMap(cellsIn)) {
          figures += 1
          if (saysAll(cell, need))
            broken.push(`${sayWhich(organization)}: all said ${need}`)
        }
      }
    }
  }
  return {
    try: attack,
    outcome: () => ({
      name: 'everybody answers the same (43)',
      figures: { organizations, 'cells read': figures },
      broken,
    }),
  }
}

function cellsIn(cells: Cell | Readonly<Record<string, Cell>>): readonly Cell[] {
  return 'meanNeed' in cells ? [cells as Cell] : Object.values(cells)
}

function saysAll({ meanNeed, shareElevated, shareHigh }: Cell, need: number): boolean {
  return (
    isEnd(meanNeed, 100, need) ||
    isEnd(shareElevated, 1, need >= 50 ? 1 : 0) ||
    isEnd(shareHigh, 1, need >= 75 ? 1 : 0)
  )
}

/** Whether a figure stands at an end of its scale, or is not clipped where all are at one. */
function isEnd(figure: Figure, top: number, actual: number): boolean {
  if (figure.kind === 'hidden') return false
  if (figure.value <= 0 || figure.value >= top) return true
  return (actual === 0 || actual === top) && figure.kind === 'shown'
}
