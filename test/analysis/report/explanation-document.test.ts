import { describe, expect, it } from 'vitest'
import {
  standardParameters,
  type WeightChange,
} from '#analysis/needs/method-parameters.ts'
import { parameters } from '#analysis/needs/parameters.ts'
import { withChanges } from '#analysis/needs/tenant-parameters.ts'
import type { Block, Section } from '#analysis/orientation/document.ts'
import { componentIds } from '#analysis/recommendation/components.ts'
import { explain, explainProposed } from '#analysis/recommendation/explanation.ts'
import {
  explanationAnnex,
  explanationDocument,
} from '#analysis/report/explanation-document.ts'
import { findingsReport } from '#analysis/report/findings.ts'
import { parametersAnnex } from '#analysis/report/parameters-annex.ts'
import { constructIds } from '#surveys/constructs.ts'
import { locales } from '#surveys/locale.ts'
import { releaseOf } from '../an-organization.ts'
import design from '../expected/scenarios.json' with { type: 'json' }
import { contextOf } from '../recommendation/explained.ts'

const { money } = design.scenarios
const release = releaseOf(money.prevalence, { people: 400, answers: 260 })
const context = contextOf({ release })
const proposed = explainProposed(context)

const textOf = (block: Block): string => {
  switch (block.kind) {
    case 'paragraph':
      return block.text
    case 'list':
      return block.items.join('\n')
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()].join('\n')
    default:
      return ''
  }
}
const wordsOf = ({ title, blocks }: Section): string =>
  [title, ...blocks.map(textOf)].join('\n')

describe('one explanation as a document', () => {
  it.each(locales)('has thirteen small sections in %s', (locale) => {
    for (const recommendation of context.recommendations.slice(0, 12)) {
      const explanation = explain(recommendation, context)

      const { sections, locale: written } = explanationDocument(
        explanation,
        'Acme',
        locale,
      )

      expect(written).toBe(locale)
      expect(sections).toHaveLength(13)
      expect(new Set(sections.map(({ title }) => title)).size).toBe(13)
      for (const { blocks } of sections) expect(blocks).toHaveLength(1)
    }
  })
})

describe('the annex “why each component”', () => {
  const sections = explanationAnnex(proposed, 'en')
  const titles = sections.map(({ title }) => title)

  it('has a section for what is a must, recommended or to consider, and the core in short', () => {
    const spokenOf = proposed.filter(({ tier }) => tier !== 'core')

    expect(spokenOf.length).toBeGreaterThan(5)
    expect(titles).toEqual([
      'Annex: why each component',
      ...spokenOf.map((one) => explanationDocument(one, 'Acme', 'en').title),
      'The core in short',
    ])
    expect(sections.at(-1)?.blocks).toMatchObject([{ items: { length: 7 } }])
  })

  it('numbers the answers as the parts are numbered', () => {
    for (const { blocks } of sections.slice(1, -1)) {
      expect(blocks).toMatchObject([
        { kind: 'list', ordered: true, items: { length: 13 } },
      ])
    }
  })

  it('says once what holds for all', () => {
    const [first = '', ...others] = sections.map(wordsOf)
    const general = [
      'not yet validated',
      'No native professional',
      'expert defaults',
      'Only the survey speaks',
    ]

    for (const words of general) {
      expect(first).toContain(words)
      expect(others.filter((other) => other.includes(words))).toEqual([])
    }
  })

  it('is not there without explanations', () => {
    expect(explanationAnnex([], 'en')).toEqual([])
  })
})

describe('the annex of parameters', () => {
  const numbersIn = (value: unknown): readonly number[] => {
    if (typeof value === 'number') return [value]
    return typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []
  }

  it('prints the version and every number of the method', () => {
    const { blocks } = parametersAnnex(standardParameters, 'en')
    const [list] = blocks.filter(({ kind }) => kind === 'list')
    const printed = list ? textOf(list) : ''

    expect(blocks.map(textOf).join('\n')).toContain(`Method ${parameters.version}.`)
    const names = Object.entries(parameters).filter(([name]) => name !== 'version')
    expect(printed.split('\n')).toHaveLength(names.length)
    for (const [index, [, group]] of names.entries()) {
      const line = printed.split('\n')[index] ?? ''
      const values = line.slice(line.lastIndexOf(': ') + 2).replaceAll(',', '')
      const found = [...values.matchAll(/(?<![A-Za-z])\d+(\.\d+)?/g)].map(([one]) =>
        Number(one),
      )
      expect(found, line).toEqual(numbersIn(group))
    }
  })

  it('prints severity and levels of every need, and fits of every component', () => {
    const tables = parametersAnnex(standardParameters, 'en').blocks.filter(
      (block) => block.kind === 'table',
    )

    expect(tables.map(({ rows }) => rows.length)).toEqual([
      constructIds.length,
      componentIds.length,
    ])
    expect(tables[0]?.rows[0]).toEqual(['Sleep and recovery', '0.45', '30%', '45%'])
    expect(tables[1]?.rows[4]).toEqual([
      'Orientation',
      '0.55',
      '1',
      'Not knowing where to get help 1; Doubt that help stays private 0.7; Shame, and fear of consequences 0.7; Practical barriers to help 0.5',
    ])
  })

  it('says what an organization changed, from what, and why', () => {
    const reason = 'Agreed with the works council.'
    const changes: readonly WeightChange[] = [
      { kind: 'burden-scale', to: 0.2, reason },
      { kind: 'match', to: [0.5, 0.3, 0.2], reason },
      { kind: 'sources', to: { survey: 0.5, focusGroups: 0.3, managers: 0.2 }, reason },
      { kind: 'severity', construct: 'bio.sleep', to: 0.6, reason },
      {
        kind: 'fit',
        component: 'digital_cbt',
        construct: 'help.access',
        to: 0.2,
        reason,
      },
    ]

    const words = wordsOf(parametersAnnex(withChanges(changes), 'en'))

    expect(words).toContain(`Burden scale τ: 0.2 instead of 0.15. Reason: ${reason}`)
    expect(words).toContain(
      'third answered need: 0.5 / 0.3 / 0.2 instead of 0.7 / 0.2 / 0.1.',
    )
    expect(words).toContain(
      'survey 0.5; focusGroups 0.3; managers 0.2 instead of survey 0.6; focusGroups 0.25; managers 0.15.',
    )
    expect(words).toContain('Severity of “Sleep and recovery”: 0.6 instead of 0.45.')
    expect(words).toContain(
      'Fit of “Guided online programs” to “Practical barriers to help”: 0.2 instead of 0.',
    )
    expect(words).not.toContain('changed none of them')
    expect(wordsOf(parametersAnnex(standardParameters, 'en'))).toContain(
      'changed none of them',
    )
  })

  it.each(locales)('is whole in %s', (locale) => {
    const changes: readonly WeightChange[] = [
      { kind: 'burden-scale', to: 0.2, reason: 'X.' },
      { kind: 'severity', construct: 'bio.sleep', to: 0.6, reason: 'X.' },
    ]

    const words = wordsOf(parametersAnnex(withChanges(changes), locale))

    expect(words).not.toMatch(/undefined|NaN|null|\{\w+\}|\[object/)
  })
})

describe('the report', () => {
  it.each(locales)('is what it was in %s, with two annexes at its end', (locale) => {
    const report = findingsReport(
      {
        title: 'Acme',
        source: 'Survey',
        release,
        needs: context.assessed.needs,
        recommendations: context.recommendations,
        explanations: proposed,
        parameters: standardParameters,
        seed: 'x',
        notes: {},
      },
      locale,
    )

    const annex = explanationAnnex(proposed, locale)
    const before = report.sections.slice(0, -annex.length - 1)
    expect(report.sections.slice(-annex.length - 1)).toEqual([
      ...annex,
      parametersAnnex(standardParameters, locale),
    ])
    expect(before.length).toBeGreaterThanOrEqual(5)
  })
})
