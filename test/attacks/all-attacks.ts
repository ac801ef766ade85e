import { disclose } from '#analysis/disclosure/disclose.ts'
import { seededRandom } from '#analysis/statistics/random.ts'
import { beginAgreement } from './agreement.ts'
import type { Attack, Outcome } from './attack.ts'
import { beginCoalition } from './coalition.ts'
import { beginDeterminism } from './determinism.ts'
import { beginDistinguisher } from './distinguisher.ts'
import { beginEnumeration } from './enumeration.ts'
import { beginHidden } from './hidden.ts'
import { beginHomogeneous } from './homogeneous.ts'
import { beginInsiders } from './insiders.ts'
import { beginIntervals } from './intervals.ts'
import { randomOrganization } from './random-organization.ts'
import { beginSpan } from './span.ts'
import { drawWanted } from './wanted.ts'
import { beginWaves } from './waves.ts'

/** How hard each organization is tried. */
export interface Effort {
  readonly organizations: number
  /** people in the largest organization */
  readonly most: number
  /** people up to whom bounds are solved exactly */
  readonly solved: number
}

/**
 * Discloses one random organization after another and lets every attack try its release. Of
 * four organizations three are small, where there is most to find and least to compute.
 *
 * @param tell called after each organization
 */
export function attackAll(
  { organizations, most, solved }: Effort,
  tell: (done: number) => void = () => {},
): readonly Outcome[] {
  const attacks = allAttacks(solved)
  for (let index = 0; index < organizations; index++) {
    const seed = `organization ${index}`
    const largest = index % 4 === 3 ? most : Math.min(most, 160)
    const wanted = drawWanted(seededRandom(`${seed} wanted`), 16, largest)
    const organization = randomOrganization(seed, wanted)
    const release = disclose(organization.plan, organization.counts)
    for (const attack of attacks) {
      attack.try({ organization, release, random: seededRandom(`${seed} attack`) })
    }
    tell(index + 1)
  }
  return attacks.map((attack) => attack.outcome())
}

function allAttacks(solved: number): readonly Attack[] {
  return [
    beginSpan(4),
    beginInsiders(3),
    beginCoalition(),
    beginIntervals(solved),
    beginHomogeneous(),
    beginEnumeration(),
    beginHidden(),
    beginDistinguisher(),
    beginDeterminism(),
    beginAgreement(2),
    beginWaves(1, solved),
  ]
}
