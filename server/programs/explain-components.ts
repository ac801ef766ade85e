import { createHash } from 'node:crypto'
import { explainDecision } from '#analysis/recommendation/explain-decision.ts'
import type { Explanation } from '#analysis/recommendation/explanation.ts'
import type { ProgramDecision } from '#analysis/recommendation/explanation-context.ts'
import { explanationInWords } from '#analysis/report/explanation-in-words.ts'
import { explanationParts } from '#analysis/report/explanation-parts.ts'
import { explanationVoice } from '#analysis/report/explanation-voice.ts'
import { whyInOneSentence } from '#analysis/report/needs-in-words.ts'
import type { Locale } from '#surveys/locale.ts'
import type { Member } from '../accounts/access.ts'
import type { AssessmentId } from '../assessments/contract.ts'
import { releasedAssessmentOf } from '../assessments/find-assessment.ts'
import { keepLatest } from '../jobs/keep-latest.ts'
import { runOffThread } from '../jobs/off-thread.ts'
import { Refusal } from '../refusal.ts'
import { assess, testimonyOf } from '../results/assess.ts'
import { storedReleaseOf } from '../results/whole-release.ts'
import type { Services } from '../services.ts'
import type { ExplanationInWords, Headlines } from './contract.ts'
import type { ToExplain } from './explain.worker.ts'
import type { Component, EntryOf } from './log/contract.ts'
import { settingsOf } from './log/read-log.ts'
import { type Before, standingWith } from './record-deed.ts'
import { listEntries } from './store.ts'

type ComponentName = (typeof Component)['_output']

/** Why one component is recommended or not: what a report prints, in its thirteen parts. */
export async function explainComponent(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  component: ComponentName,
  locale: Locale,
): Promise<ExplanationInWords> {
  const { before, explanations } = await explanationsOf({ db }, member, id)
  const found = explanations.find((one) => one.component === component)
  if (!found) throw new Refusal('component-not-found')
  const explanation = { ...found, decision: decisionOn(component, before) }
  const voice = explanationVoice(locale)
  return {
    component,
    parts: explanationParts.map((part) => ({
      part,
      title: voice.why(`explain.part.${part}`),
      sentences: explanationInWords(part, explanation, voice),
    })),
  }
}

/** For whom each component is, and why now. */
export async function explainInShort(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
  locale: Locale,
): Promise<Headlines> {
  const { explanations } = await explanationsOf({ db }, member, id)
  const voice = explanationVoice(locale)
  return {
    headlines: explanations.map((explanation) => ({
      component: explanation.component,
      forWhom: voice.catalogue(`component.${explanation.component}.for`),
      why: whyInOneSentence(explanation, voice),
    })),
  }
}

const mostKept = 4
const keepOnce = keepLatest<readonly Explanation[]>(mostKept)

/** Explaining takes a second or two: another thread does, once for all components. */
async function explanationsOf(
  { db }: Pick<Services, 'db'>,
  member: Member,
  id: AssessmentId,
): Promise<{
  readonly before: Before
  readonly explanations: readonly Explanation[]
}> {
  const assessment = await releasedAssessmentOf({ db }, member, id)
  const assessed = await assess({ db }, member, assessment)
  const before = standingWith(assessed, await listEntries(db, id))
  const testimony = await testimonyOf({ db }, assessment)
  const settings = settingsOf(before)
  const known = [member.organization.id, id, testimony, settings]
  const key = createHash('sha256').update(JSON.stringify(known)).digest('hex')
  const explanations = await keepOnce(key, async () => {
    const release = await storedReleaseOf({ db }, id)
    const input: ToExplain = { release, testimony, settings, seed: assessment.id }
    return runOffThread(new URL('./explain.worker.ts', import.meta.url), input)
  })
  return { before, explanations }
}

/** Part 12 as it stands now: decisions come and go while the rest is kept. */
function decisionOn(component: ComponentName, before: Before): Explanation['decision'] {
  const recommendation = before.recommendations.find((one) => one.component === component)
  if (!recommendation) throw new Refusal('component-not-found')
  const decisions = before.decisions.map((one) => [one.component, toldDecision(one)])
  return explainDecision(recommendation, {
    settings: settingsOf(before),
    beside: { decisions: Object.fromEntries(decisions) },
  })
}

function toldDecision({ by, choice }: EntryOf<'decided'>): ProgramDecision {
  return {
    by,
    adopted: choice.verdict !== 'reject',
    reason: choice.reason,
    ...(choice.verdict === 'change' ? { change: choice.change } : {}),
    ...(choice.verdict === 'in-place' ? { isInPlace: true } : {}),
  }
}
