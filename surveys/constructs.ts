/** The part of life a construct belongs to. */
export type Domain = 'bio' | 'psy' | 'soc' | 'work' | 'help'

/**
 * One need the product measures.
 *
 * - `severity` 0–1: harm per affected person if nothing is done (expert default)
 * - `rare` figures leave the analysis for a large organization only, or not at all
 * - `sensitive` figures need larger groups, and silence about them proves nothing
 * - `managerObservable`: a manager can see it at work without guessing at private life
 * - `attention`, `action`: shares of people concerned at which to look, and to act
 *   (planning defaults, not norms)
 */
export interface Construct {
  readonly domain: Domain
  readonly severity: number
  readonly rare: boolean
  readonly sensitive: boolean
  readonly managerObservable: boolean
  readonly attention: number
  readonly action: number
}

/** The thirty constructs, in the order they are shown. Severities and levels are expert defaults. */
export const constructs = {
  'bio.sleep': {
    domain: 'bio',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.3,
    action: 0.45,
  },
  'bio.msk': {
    domain: 'bio',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.3,
    action: 0.45,
  },
  'bio.lifestyle': {
    domain: 'bio',
    severity: 0.25,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.4,
    action: 0.6,
  },
  'bio.tobacco': {
    domain: 'bio',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.2,
    action: 0.3,
  },
  'bio.chronic': {
    domain: 'bio',
    severity: 0.55,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.15,
    action: 0.25,
  },
  'psy.distress': {
    domain: 'psy',
    severity: 0.7,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.2,
    action: 0.3,
  },
  'psy.exhaustion': {
    domain: 'psy',
    severity: 0.6,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.2,
    action: 0.3,
  },
  'psy.substance': {
    domain: 'psy',
    severity: 0.9,
    rare: true,
    sensitive: true,
    managerObservable: false,
    attention: 0.04,
    action: 0.08,
  },
  'psy.gambling': {
    domain: 'psy',
    severity: 0.8,
    rare: true,
    sensitive: true,
    managerObservable: false,
    attention: 0.02,
    action: 0.05,
  },
  'psy.lifeevent': {
    domain: 'psy',
    severity: 0.65,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.15,
    action: 0.25,
  },
  'soc.relations': {
    domain: 'soc',
    severity: 0.55,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.15,
    action: 0.25,
  },
  'soc.care': {
    domain: 'soc',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.2,
    action: 0.35,
  },
  'soc.finance': {
    domain: 'soc',
    severity: 0.6,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.15,
    action: 0.3,
  },
  'soc.legal': {
    domain: 'soc',
    severity: 0.5,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.08,
    action: 0.15,
  },
  'soc.support': {
    domain: 'soc',
    severity: 0.55,
    rare: false,
    sensitive: true,
    managerObservable: false,
    attention: 0.15,
    action: 0.25,
  },
  'soc.safety': {
    domain: 'soc',
    severity: 1.0,
    rare: true,
    sensitive: true,
    managerObservable: false,
    attention: 0.005,
    action: 0.01,
  },
  'work.demands': {
    domain: 'work',
    severity: 0.6,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.3,
    action: 0.45,
  },
  'work.control': {
    domain: 'work',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.25,
    action: 0.4,
  },
  'work.leader': {
    domain: 'work',
    severity: 0.55,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.2,
    action: 0.3,
  },
  'work.peers': {
    domain: 'work',
    severity: 0.5,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.15,
    action: 0.25,
  },
  'work.role': {
    domain: 'work',
    severity: 0.4,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.15,
    action: 0.25,
  },
  'work.change': {
    domain: 'work',
    severity: 0.5,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.2,
    action: 0.35,
  },
  'work.reward': {
    domain: 'work',
    severity: 0.45,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.25,
    action: 0.4,
  },
  'work.balance': {
    domain: 'work',
    severity: 0.5,
    rare: false,
    sensitive: false,
    managerObservable: true,
    attention: 0.25,
    action: 0.4,
  },
  'work.harass': {
    domain: 'work',
    severity: 0.95,
    rare: true,
    sensitive: true,
    managerObservable: false,
    attention: 0.03,
    action: 0.08,
  },
  'work.violence': {
    domain: 'work',
    severity: 0.9,
    rare: true,
    sensitive: false,
    managerObservable: true,
    attention: 0.03,
    action: 0.08,
  },
  'help.aware': {
    domain: 'help',
    severity: 0.4,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.3,
    action: 0.5,
  },
  'help.trust': {
    domain: 'help',
    severity: 0.55,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.2,
    action: 0.35,
  },
  'help.stigma': {
    domain: 'help',
    severity: 0.5,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.2,
    action: 0.35,
  },
  'help.access': {
    domain: 'help',
    severity: 0.4,
    rare: false,
    sensitive: false,
    managerObservable: false,
    attention: 0.2,
    action: 0.35,
  },
} as const satisfies Readonly<Record<string, Construct>>

export type ConstructId = keyof typeof constructs

export const constructIds = Object.keys(constructs) as readonly ConstructId[]

/** Reads a construct without its literal types. */
export function constructOf(id: ConstructId): Construct {
  return constructs[id]
}

export function isConstructId(value: unknown): value is ConstructId {
  return typeof value === 'string' && Object.hasOwn(constructs, value)
}
