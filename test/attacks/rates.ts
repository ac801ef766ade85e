import { answeredBand, rateBand } from '#analysis/disclosure/bands.ts'
import type { Outcome } from './attack.ts'

/**
 * Reads the number of answers off what is shown of a unit, while it is open and afterwards
 * (claim 46): nobody, one and nine look the same, and no display stands for fewer than five
 * numbers, so that nobody who did not answer is told from four others.
 *
 * @param most head count up to which every unit is tried
 */
export function tryRates(most: number): Outcome {
  const broken: string[] = []
  let displays = 0
  let fewest = Infinity
  for (let headcount = 16; headcount <= most; headcount++) {
    const numbers = Array.from({ length: headcount + 1 }, (_, n) => n)
    const meanings = Map.groupBy(numbers, (n) => {
      return JSON.stringify([answeredBand(n, headcount), rateBand(n, headcount)])
    })
    for (const [display, meant] of meanings) {
      displays += 1
      fewest = Math.min(fewest, meant.length)
      if (meant.length < 5)
        broken.push(`${display} of ${headcount} is ${meant.join(' or ')}`)
    }
    const [ofNobody] = meanings.values()
    if (ofNobody?.length !== 10)
      broken.push(`${headcount}: nobody to nine look different`)
  }
  return {
    name: 'reading numbers off response rates (46)',
    expects: '5 numbers a display at least',
    figures: {
      'head counts': most - 15,
      displays,
      'fewest numbers a display stands for': fewest,
    },
    broken,
  }
}
