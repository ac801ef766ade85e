import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { disclose } from '#analysis/disclosure/disclose.ts'
import { askedBy, planPublication } from '#analysis/disclosure/publication-plan.ts'
import { codebookOf } from '#analysis/report/release-codebook.ts'
import { releaseRows } from '#analysis/report/release-rows.ts'
import { readResponses } from '#analysis/responses.ts'
import { countResponses } from '#analysis/scoring/tally-counts.ts'
import { ddiOf } from '#server/reports/write-ddi.ts'
import { workbookOf } from '#server/reports/write-workbook.ts'
import { composeQuestionnaire, type QuestionChoice } from '#surveys/compose.ts'
import { flatUnits, formed } from '../analysis/an-organization.ts'
import { published } from '../analysis/report/a-release.ts'

const choice: QuestionChoice = {
  modules: [],
  own: [
    {
      id: 'own-1',
      format: 'one-of',
      title: { en: 'How do you come to work?', sv: 'Hur tar du dig till jobbet?' },
      options: [
        { en: 'By train', sv: 'Med tåg' },
        { en: '=On foot', sv: '=Till fots' },
      ],
    },
  ],
}
const { own } = choice
const asked = composeQuestionnaire(choice)

/** Of 120 people who answered every third walks. */
function aRelease() {
  const plan = planPublication({
    organization: 'Acme',
    manyEmployers: false,
    units: formed(flatUnits([120, 120])),
    asked: askedBy(asked),
  })
  const ballots = Array.from({ length: 120 }, (_, index) => ({
    unit: 'u01',
    answers: { 'slept-badly': 'often', 'own-1': `option-${index % 3 === 0 ? 2 : 1}` },
  }))
  return disclose(plan, countResponses(readResponses(asked, ballots)))
}
const release = aRelease()

describe('an organization’s own questions', () => {
  it('have their words in the codebook, in the language it is read in', () => {
    const rows = [...releaseRows(release)]

    const inSwedish = codebookOf(rows, 'sv', own)
    const inDutch = codebookOf(rows, 'nl', own)

    const wordsOf = (entries: typeof inSwedish) =>
      entries
        .filter(({ name }) => name.startsWith('item.own-1'))
        .map(({ name, meaning }) => [name, meaning])
    expect(wordsOf(inSwedish)).toEqual([
      ['item.own-1', 'Hur tar du dig till jobbet?'],
      ['item.own-1: option-1', 'Med tåg'],
      ['item.own-1: option-2', '=Till fots'],
    ])
    expect(wordsOf(inDutch)[0]).toEqual(['item.own-1', 'How do you come to work?'])
  })

  it('have them in the workbook, where nothing computes', async () => {
    const parts = unzipSync(await workbookOf({ published, release, own }, 'sv'))

    const texts = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, content]) => strFromU8(content))
      .join('')
    expect(texts).toContain('Hur tar du dig till jobbet?')
    expect(texts).toMatch(/>(?:'|&apos;)=Till fots</)
    expect(texts).not.toContain('<f>')
  })

  it('have them in the description for archives', () => {
    const xml = new TextDecoder().decode(ddiOf({ published, release, own }, 'sv'))

    expect(xml).toContain(
      '<catgry><catValu>item.own-1</catValu><labl>Hur tar du dig till jobbet?</labl></catgry>',
    )
  })
})
