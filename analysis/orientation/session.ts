import type { OrientationText } from '../orientation-wording.ts'
import type { Tailoring, Topic } from './tailoring.ts'

/** A part of a group session. */
export type Step = Topic | 'practice' | 'quiz'

/** How long each part takes, in minutes; together 56. */
const minutesOf: Readonly<Record<Step, number>> = {
  why: 2,
  work: 3,
  offer: 10,
  who: 3,
  how: 8,
  private: 8,
  door: 3,
  policy: 3,
  practice: 4,
  questions: 8,
  quiz: 4,
}

export interface TimedStep {
  readonly step: Step
  readonly title: OrientationText
  readonly note: OrientationText
  /** minutes after the beginning */
  readonly from: number
  readonly minutes: number
}

/**
 * The parts of a group session in the order of the material, with their minutes. The number is
 * saved right after the steps where people do not know how to get help, else before the
 * questions.
 */
export function timedSteps({ order, rules }: Tailoring): readonly TimedStep[] {
  const isEarly = rules.includes('access-first')
  const steps: readonly Step[] = order.flatMap((topic): readonly Step[] => {
    if (topic === 'how' && isEarly) return ['how', 'practice']
    if (topic === 'questions') {
      return isEarly ? ['questions', 'quiz'] : ['practice', 'questions', 'quiz']
    }
    return [topic]
  })
  let from = 0
  return steps.map((step) => {
    const minutes = minutesOf[step]
    const timed = {
      step,
      title: `${step}.title`,
      note: `${step}.note`,
      from,
      minutes,
    } as const
    from += minutes
    return timed
  })
}

/** Minutes the whole takes. */
export const sessionMinutes = Object.values(minutesOf).reduce((sum, one) => sum + one, 0)
