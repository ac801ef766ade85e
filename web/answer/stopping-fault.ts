import type { ManifestFault } from '#surveys/ballot/check-manifest.ts'
import type { UnitKeyFault } from '#surveys/ballot/unit-key.ts'
import type { WelcomeText } from './language.ts'

/** Why nobody should answer here: the page goes no further. */
export type StoppingFault =
  | ManifestFault
  | UnitKeyFault
  | 'manifest-malformed'
  | 'manifest-of-another-survey'
  | 'manifest-not-signed'
  | 'unit-not-in-manifest'
  | 'ballot-not-of-the-unit'
  | 'questions-differ'

/** The sentence for each. Its name stands beside it, for whoever looks into it. */
export const faultSentences: Readonly<Record<StoppingFault, WelcomeText>> = {
  'manifest-malformed': 'stopped.malformed',
  'version-unknown': 'stopped.malformed',
  'units-missing': 'stopped.malformed',
  'answers-length-out-of-range': 'stopped.malformed',
  'manifest-of-another-survey': 'stopped.other',
  'manifest-not-signed': 'stopped.signature',
  'unit-listed-twice': 'stopped.groups',
  'units-share-a-key': 'stopped.groups',
  'unit-key-hash-malformed': 'stopped.keys',
  'unit-key-not-rsa-3072': 'stopped.keys',
  'unit-key-not-in-manifest': 'stopped.own-key',
  'unit-too-small': 'stopped.small',
  'smallest-unit-too-low': 'stopped.small',
  'smallest-group-too-low': 'stopped.small',
  'headcounts-do-not-add-up': 'stopped.people',
  'too-few-people': 'stopped.small',
  'trustee-listed-twice': 'stopped.trustees',
  'trustees-share-a-key': 'stopped.trustees',
  'trustee-key-unsafe': 'stopped.open-key',
  'trustees-needed-out-of-range': 'stopped.trustees',
  'organiser-could-open-alone': 'stopped.trustees',
  'ballot-box-malformed': 'stopped.box',
  'ballot-box-key-unsafe': 'stopped.open-key',
  'ballot-box-is-a-trustee': 'stopped.box',
  'unit-not-in-manifest': 'stopped.group',
  'ballot-not-of-the-unit': 'stopped.ballot',
  'questions-differ': 'stopped.questions',
}
