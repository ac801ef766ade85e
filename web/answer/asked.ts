import type { Manifest } from '#surveys/ballot/manifest.ts'
import { core } from '#surveys/catalogue.ts'
import { composeQuestionnaire, questionsOfManifest } from '#surveys/compose.ts'
import type { Questionnaire } from '#surveys/questionnaire.ts'

/**
 * What a manifest says is asked. Where this page does not know it, it is the core, whose hash
 * then differs from the manifest's, and nobody is asked.
 */
export function questionnaireOf(
  manifest: Pick<Manifest, 'questionnaire'>,
): Questionnaire {
  try {
    return composeQuestionnaire(questionsOfManifest(manifest))
  } catch {
    return core
  }
}
