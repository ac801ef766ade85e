import { materialKinds } from '#analysis/orientation/material-kinds.ts'
import { formsOf } from '#server/orientation/describe-program.ts'
import { locales } from '#surveys/locale.ts'
import type { World } from './world.ts'

/** A document and where it is made. */
interface Download {
  readonly name: string
  readonly path: string
}

const withPages = ['pptx', 'pdf', 'docx'] as const

/** Every document of the example that has pages, in every language. */
export function downloadsOf({ released }: World): readonly Download[] {
  return locales.flatMap((locale) =>
    materialKinds.flatMap((kind) =>
      withPages
        .filter((form) => formsOf(kind).includes(form))
        .map((form) => ({
          name: `${kind}-${form}-${locale}.${form}`,
          path: `/api/office/orientation/${released}/material/${kind}/${locale}/${form}`,
        })),
    ),
  )
}
