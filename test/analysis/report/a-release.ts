import { disclose } from '#analysis/disclosure/disclose.ts'
import type { Disclosed, Release } from '#analysis/disclosure/disclosed.ts'
import { assessNeeds } from '#analysis/needs/assess-needs.ts'
import { recommend } from '#analysis/recommendation/recommend.ts'
import type { ReleaseReport } from '#analysis/report/leaders-report.ts'
import type { Published } from '#analysis/report/origin.ts'
import { noTestimony } from '#analysis/sources/testimony.ts'
import type { ConstructId } from '#surveys/constructs.ts'
import { countOf, countTable, flatUnits, formed, planFor } from '../an-organization.ts'

/** So many of the people of each unit answered: of the third too few to be shown. */
const answers = { u01: 70, u02: 60, u03: 8 }

/** Shares of people concerned: needs, a strength, one that is rare and one that is sensitive. */
const shares = {
  'work.demands': 0.6,
  'work.role': 0.05,
  'bio.sleep': 0.45,
  'help.trust': 0.35,
  'work.violence': 0.05,
  'soc.finance': 0.05,
} as const satisfies Partial<Record<ConstructId, number>>

/** The release of an organization of three units. */
function aRelease(): Disclosed<Release> {
  const units = formed(flatUnits([100, 90, 60]))
  const constructs = Object.keys(shares) as (keyof typeof shares)[]
  const counts = constructs.map((construct) => {
    const inUnits = Object.entries(answers).map(([unit, n]) => {
      return [unit, countOf(n, shares[construct])] as const
    })
    return [construct, Object.fromEntries(inUnits)] as const
  })
  const plan = planFor(units, constructs)
  return disclose(plan, countTable(answers, Object.fromEntries(counts)))
}

export const published: Published = {
  organization: 'Acme',
  example: false,
  name: 'Autumn',
  releasedOn: '2026-11-21',
  surveyNumber: 'ABCDE FGHJK LMNPQ RSTUV',
  smallestGroup: 10,
  focusGroups: 0,
  interviews: 0,
  contacts: { en: [{ name: 'Emergency', phone: '112' }] },
}

/** Everything that reports are made from; without explanations, which have tests of their own. */
export function aReport(): ReleaseReport {
  const release = aRelease()
  const assessed = assessNeeds(release, noTestimony, { seed: 'report' })
  return {
    published,
    title: published.organization,
    source: published.name,
    release,
    needs: assessed.needs,
    recommendations: recommend(release, noTestimony, assessed),
    explanations: [],
    parameters: assessed.parameters,
    seed: 'report',
    notes: {},
  }
}
