import { carers } from './modules/carers.ts'
import { change } from './modules/change.ts'
import { currentEap } from './modules/current-eap.ts'
import { engagement } from './modules/engagement.ts'
import { gambling } from './modules/gambling.ts'
import { harassment } from './modules/harassment.ts'
import { leading } from './modules/leading.ts'
import { moneyHousing } from './modules/money-housing.ts'
import { pain } from './modules/pain.ts'
import { remote } from './modules/remote.ts'
import { safetyAtHome } from './modules/safety-at-home.ts'
import { sleepShifts } from './modules/sleep-shifts.ts'
import { strengths } from './modules/strengths.ts'
import { substances } from './modules/substances.ts'
import { violence } from './modules/violence.ts'
import type { Part } from './questionnaire.ts'

/** What can be asked beside the core, in the order it is offered. */
export const optionalModules = {
  'sleep-shifts': sleepShifts,
  pain: pain,
  substances: substances,
  gambling: gambling,
  carers: carers,
  'money-housing': moneyHousing,
  harassment: harassment,
  violence: violence,
  change: change,
  remote: remote,
  leading: leading,
  'current-eap': currentEap,
  engagement: engagement,
  strengths: strengths,
  'safety-at-home': safetyAtHome,
} as const satisfies Readonly<Record<string, Part>>

export type ModuleId = keyof typeof optionalModules

export const moduleIds = Object.keys(optionalModules) as [ModuleId, ...ModuleId[]] // its keys

/** More would make the questionnaire longer than people give it. */
export const mostModules = 2

/**
 * Not asked without what domain practice asks for: a specialist partner, a sign-off of its own,
 * and the employee's own device.
 */
export const guardedModule: ModuleId = 'safety-at-home'
