import type { Ballot } from '#surveys/ballot/ballot.ts'
import type { Manifest, ManifestUnit } from '#surveys/ballot/manifest.ts'
import type { Answers } from '#surveys/questionnaire.ts'
import type { CastOutcome } from './cast-outcome.ts'
import { castAnswers, collectBallot } from './door.ts'
import { readTypedCode, type TypedCode } from './typed-code.ts'

export type Entered =
  | { readonly kind: 'in'; readonly unit: ManifestUnit }
  | { readonly kind: 'not-a-code'; readonly typed: Exclude<TypedCode, { kind: 'code' }> }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' | 'busy' | 'unreachable' }

/** The right to answer, from a code to a ballot to answers cast. */
export interface Admission {
  /** as it came with the link, or as it was typed */
  code: string
  readonly enter: (manifest: Manifest) => Promise<Entered>
  readonly cast: (answers: Answers) => Promise<CastOutcome>
  readonly forget: () => void
}

export function createAdmission(code: string): Admission {
  let ballot: Ballot | null = null
  let mayHaveArrived = false
  return {
    code,
    async enter({ assessment, units }) {
      const typed = readTypedCode(this.code)
      if (typed.kind !== 'code') return { kind: 'not-a-code', typed }
      const collected = await collectBallot(assessment, typed.code)
      if (collected.kind !== 'ballot') return collected
      ballot = collected.ballot
      const unit = units.find(({ id }) => id === collected.ballot.unit)
      return unit ? { kind: 'in', unit } : { kind: 'unknown' }
    },
    async cast(answers) {
      if (!ballot) return 'refused'
      const outcome = await castAnswers(ballot, answers, mayHaveArrived)
      if (outcome === 'unclear') mayHaveArrived = true
      return outcome
    },
    forget() {
      this.code = ''
      ballot = null
    },
  }
}

/** A visitor of the preview is let in by nobody and sends nothing. */
export function createPreviewAdmission(): Admission {
  return {
    code: '',
    enter: async ({ units }) => {
      const [unit] = units
      return unit ? { kind: 'in', unit } : { kind: 'unknown' }
    },
    cast: async () => 'arrived',
    forget: () => undefined,
  }
}
