import type { Manifest } from './ballot/manifest.ts'
import { core } from './catalogue.ts'
import { gettingHelp } from './modules/getting-help.ts'
import {
  guardedModule,
  type ModuleId,
  moduleIds,
  optionalModules,
} from './optional-modules.ts'
import { ownPart } from './own-part.ts'
import type { OwnQuestion } from './own-question.ts'
import type { Part, Questionnaire } from './questionnaire.ts'

/** What is asked beside the core. */
export interface QuestionChoice {
  /** in the order they are asked */
  readonly modules: readonly ModuleId[]
  readonly own: readonly OwnQuestion[]
}

export const nothingBeside: QuestionChoice = { modules: [], own: [] }

/**
 * The questionnaire of an assessment: the core with what was chosen beside it, ahead of getting
 * help, so that nobody finishes on what is heaviest. Nothing beside the core is the core.
 */
export function composeQuestionnaire({ modules, own }: QuestionChoice): Questionnaire {
  const beside = [...modules.map(partOfModule), ...(own.length > 0 ? [ownPart(own)] : [])]
  if (beside.length === 0) return core
  const help = core.parts.findIndex(({ id }) => id === gettingHelp.id)
  return {
    id: [core.id, ...modules, ...(own.length > 0 ? ['own'] : [])].join('+'),
    parts: [...core.parts.slice(0, help), ...beside, ...core.parts.slice(help)],
    mayDecline: core.mayDecline,
    ...(own.length > 0 && { own }),
  }
}

function partOfModule(id: ModuleId): Part {
  return optionalModules[id]
}

/**
 * What a manifest says is asked, wherever it comes from.
 *
 * @throws RangeError for a module that there is not: these questions are not known here
 */
export function questionsOfManifest({
  questionnaire: { modules = [], own = [] },
}: Pick<Manifest, 'questionnaire'>): QuestionChoice {
  const known = modules.filter((id): id is ModuleId =>
    moduleIds.some((module) => module === id),
  )
  if (known.length < modules.length) throw new RangeError('expected modules known here')
  return { modules: known, own }
}

/** What is asked where others use the same device: not what another could be harmed for. */
export function onSharedDevice(questionnaire: Questionnaire): Questionnaire {
  const { id: guarded } = optionalModules[guardedModule]
  const parts = questionnaire.parts.filter(({ id }) => id !== guarded)
  return { ...questionnaire, parts }
}
