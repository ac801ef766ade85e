import type { Words } from '#surveys/say.ts'
import type { ProgramText } from '../program-wording.ts'
import type { PearlAnswer, PearlQuestion } from '../recommendation/decisions.ts'
import type { Tier } from '../recommendation/recommendation.ts'

type Quality = 'works' | 'partly' | 'poorly' | 'not-known'

/** What somebody decided about one component. */
type Choice = { readonly reason: string } & (
  | { readonly verdict: 'adopt' | 'reject' }
  | { readonly verdict: 'change'; readonly change: string }
  | {
      readonly verdict: 'in-place'
      /** a year, or a month of one */
      readonly since: string | null
      readonly quality: Quality
    }
)

/** One thing somebody did to a program, as far as it is told. */
type Deed =
  | { readonly kind: 'decided'; readonly choice: Choice; readonly tier: Tier | null }
  | { readonly kind: 'set-tier'; readonly tier: Tier | null; readonly reason: string }
  | {
      readonly kind: 'gate'
      readonly question: PearlQuestion
      readonly answer: PearlAnswer
      readonly reviewer: string
      readonly reason: string
    }
  | {
      readonly kind: 'reviewed'
      readonly expert: string
      readonly field: string
      readonly day: string
      readonly text: string
    }
  | { readonly kind: 'remarked'; readonly text: string }
  | { readonly kind: 'budget'; readonly budget: number | null }
  | {
      readonly kind: 'owned'
      readonly owner: string
      readonly starts: string | null
      readonly reviewed: string | null
    }
  | { readonly kind: 'adopted'; readonly components: readonly unknown[] }

/** One language, as far as a deed needs it. */
export interface DeedVoice {
  readonly say: (key: ProgramText | `tier.${Tier}`, words?: Words) => string
  readonly day: (day: string) => string
  /** `2026-11` */
  readonly month: (month: string) => string
  readonly number: (value: number) => string
}

/** A deed in our words, and what people wrote beside it in theirs, which may be empty. */
export interface DeedInWords {
  readonly what: string
  readonly note: string
}

/** What somebody did, for the log on the page and for the file alike. */
export function deedInWords(deed: Deed, voice: DeedVoice): DeedInWords {
  const { say } = voice
  switch (deed.kind) {
    case 'decided':
      return decidedInWords(deed, voice)
    case 'set-tier':
      return {
        what: deed.tier
          ? say('deed.set-tier', { tier: say(`tier.${deed.tier}`) })
          : say('deed.set-tier.back'),
        note: deed.reason,
      }
    case 'gate':
      return {
        what: say('deed.gate', {
          question: say(`gate.${deed.question}`),
          answer: say(`gate.answer.${deed.answer}`),
          reviewer: deed.reviewer,
        }),
        note: deed.reason,
      }
    case 'reviewed': {
      const { expert, field, day, text } = deed
      return {
        what: say('deed.reviewed', { expert, field, day: voice.day(day) }),
        note: text,
      }
    }
    case 'remarked':
      return { what: say('deed.remarked'), note: deed.text }
    default:
      return { what: plainDeed(deed, voice), note: '' }
  }
}

/** What is done in our words alone. */
function plainDeed(
  deed: Extract<Deed, { kind: 'budget' | 'owned' | 'adopted' }>,
  { say, day, number }: DeedVoice,
): string {
  if (deed.kind === 'budget') {
    return deed.budget === null
      ? say('deed.budget.none')
      : say('deed.budget', { budget: number(deed.budget) })
  }
  if (deed.kind === 'adopted') {
    const count = deed.components.length
    return count > 0 ? say('deed.adopted.with', { count }) : say('deed.adopted')
  }
  const { owner, starts, reviewed } = deed
  return [
    owner === '' ? say('deed.owner.none') : say('deed.owner', { owner }),
    ...(starts ? [say('deed.starts', { day: day(starts) })] : []),
    ...(reviewed ? [say('deed.review', { day: day(reviewed) })] : []),
  ].join(' ')
}

function decidedInWords(
  { choice, tier }: Extract<Deed, { kind: 'decided' }>,
  voice: DeedVoice,
): DeedInWords {
  const { say } = voice
  return {
    what: [
      choiceInWords(choice, voice),
      ...(tier ? [say('deed.recommended', { tier: say(`tier.${tier}`) })] : []),
    ].join(' '),
    note: [choice.verdict === 'change' ? choice.change : '', choice.reason]
      .filter((text) => text !== '')
      .join(' '),
  }
}

function choiceInWords(choice: Choice, { say, month }: DeedVoice): string {
  if (choice.verdict !== 'in-place') return say(`deed.${choice.verdict}`)
  const quality = say(`quality.${choice.quality}`)
  const { since } = choice
  if (since === null) return say('deed.in-place', { quality })
  return say('deed.in-place.since', {
    since: since.length > 4 ? month(since) : since,
    quality,
  })
}
