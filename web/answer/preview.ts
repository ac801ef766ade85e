import { writeAccessCode } from '#surveys/ballot/access-code.ts'
import type { Manifest, ManifestUnit } from '#surveys/ballot/manifest.ts'
import type { QuestionChoice } from '#surveys/compose.ts'
import { locales } from '#surveys/locale.ts'
import { previewName } from './address.ts'
import type { Admission } from './admission.ts'
import type { Survey } from './find-survey.ts'
import type { WelcomeLanguage } from './language.ts'

const daysToResults = 42
/** looks like one, and is the number of no survey */
const number = '0000-0000-0000-0000-0000'

/**
 * An invented survey, so that everybody can look at the pages before there is one.
 *
 * @param beside what is asked beside the core, as `previewPath` writes it
 */
export function previewSurvey(
  language: WelcomeLanguage,
  now: Date,
  beside: string,
): Survey {
  const resultsBy = new Date(now)
  resultsBy.setUTCDate(now.getUTCDate() + daysToResults)
  const manifest: Manifest = {
    version: 2,
    assessment: previewName,
    organization: language.say('preview.organization'),
    example: false,
    questionnaire: { id: 'core-1', hash: '', ...readBeside(beside) },
    languages: locales,
    units: [previewUnit(language)],
    people: 34,
    smallestGroup: 10,
    smallestUnit: 16,
    contacts: {
      [language.locale]: [
        { name: language.say('preview.emergency'), phone: '112' },
        { name: language.say('preview.line'), phone: '0000 000 000' },
      ],
    },
    resultsBy: resultsBy.toISOString().slice(0, 10),
    publicationPlan: '',
    trustees: (['employee-side', 'provider', 'organiser'] as const).map((side) => ({
      id: side,
      name: language.say(`preview.trustee.${side}`),
      side,
      publicKey: '',
    })),
    trusteesNeeded: 2,
    ballotBox: { origin: location.origin, publicKey: '' },
    answersBytes: 4096,
    pages: '',
  }
  return { manifest, number: async () => number }
}

/** Only shown again here, and looked at like any manifest's: what is unknown is not asked. */
function readBeside(text: string): Partial<Manifest['questionnaire']> {
  try {
    const { modules = [], own = [] }: Partial<QuestionChoice> = JSON.parse(text)
    return { modules, own }
  } catch {
    return {}
  }
}

function previewUnit({ say }: WelcomeLanguage): ManifestUnit {
  return { id: previewName, name: say('preview.unit'), headcount: 34, keyHash: '' }
}

/** A visitor of the preview is let in by nobody and sends nothing. */
export function createPreviewAdmission(
  unitNow: () => ManifestUnit | undefined,
): Admission {
  return {
    code: '',
    device: 'own',
    holdsBallot: () => true,
    isCarried: () => false,
    dropCarried: () => undefined,
    enter: async () => {
      const unit = unitNow()
      return unit ? { kind: 'in', unit } : { kind: 'unknown' }
    },
    collect: async () => ({ kind: 'collected' }),
    useSeed: () => undefined,
    ballotCode: () => writeAccessCode(new Uint8Array(16)),
    carriedBallot: () => '',
    cast: async () => ({ kind: 'arrived' }),
    claim: async () => 'there',
    leave: () => undefined,
    forget: () => undefined,
  }
}
