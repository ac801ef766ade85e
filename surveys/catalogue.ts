import { background } from './background.ts'
import { body } from './modules/body.ts'
import { effects } from './modules/effects.ts'
import { gettingHelp } from './modules/getting-help.ts'
import { life } from './modules/life.ts'
import { mind } from './modules/mind.ts'
import { work } from './modules/work.ts'
import type { Questionnaire } from './questionnaire.ts'

/**
 * The core questionnaire: 54 questions in blocks A–F, three conditional ones, and three
 * background questions at the end.
 */
export const core: Questionnaire = {
  id: 'core-1',
  parts: [body, mind, life, work, gettingHelp, effects, background],
  mayDecline: true,
}
