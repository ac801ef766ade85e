import type { Manifest } from '#surveys/ballot/manifest.ts'
import { locales } from '#surveys/locale.ts'
import { previewName } from './address.ts'
import type { Door } from './door.ts'
import type { Language } from './language.ts'

const daysToResults = 42

/** An invented survey, so that everybody can look at the pages before there is one. */
export function previewDoor(language: Language, now: Date): Door {
  const resultsBy = new Date(now)
  resultsBy.setUTCDate(now.getUTCDate() + daysToResults)
  const manifest: Manifest = {
    assessment: previewName,
    organization: language.say('preview.organization'),
    example: false,
    questionnaire: 'core-1',
    languages: locales,
    units: [
      {
        id: previewName,
        name: language.say('preview.unit'),
        headcount: 34,
        publicKey: '',
      },
    ],
    smallestGroup: 10,
    contacts: {
      [language.locale]: [
        { name: language.say('preview.emergency'), phone: '112' },
        { name: language.say('preview.line'), phone: '0000 000 000' },
      ],
    },
    resultsBy: resultsBy.toISOString().slice(0, 10),
  }
  return { open: true, manifest }
}
