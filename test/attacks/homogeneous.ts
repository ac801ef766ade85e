import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Cell, Figure } from '#analysis/disclosure/disclosed.ts'
import { type Attack, type Subject, sayWhich } from './attack.ts'
import { countAnswers, type RandomOrganization } from './random-organization.ts'
import { Tally } from './tally.ts'

/** What everybody says, on 0–100: not at all, the highest of "low", exactly half, all the time. */
const answers = [0, 45, 50, 100]

/**
 * Everybody answers the same (claim 43): no figure says so. None stands at the end of the
 * scale, at nobody or at everybody, and with all at an end every one is clipped.
 */
export function beginHomogeneous(): Attack {
  const tally = new Tally('everybody answers the same (43)', 'every figure is clipped')
  const attack = (subject: Subject): void => {
    tally.count('organizations')
    for (const need of answers) {
      const cells = cellsWhenAllSay(need, subject.organization)
      const isSaid = cells.some((cell) => saysAll(cell, need))
      tally.count('cells read', cells.length)
      tally.expect(!isSaid, () => `${sayWhich(subject)}: all said ${need}`)
    }
  }
  return { try: attack, outcome: () => tally.outcome() }
}

function cellsWhenAllSay(
  need: number,
  { plan, people }: RandomOrganization,
): readonly Cell[] {
  const alike = people.map((one) => {
    return { ...one, needs: one.needs.map((own) => (own < 0 ? own : need)) }
  })
  const { constructs } = disclose(plan, countAnswers(plan, alike))
  return Object.values(constructs).flatMap(({ organization, units, groups }) => {
    return [organization, ...Object.values(units), ...Object.values(groups)]
  })
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
