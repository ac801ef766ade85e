import { locales } from '#surveys/locale.ts'
import type { World } from './world.ts'

/** A document and where it is made. */
interface Download {
  readonly name: string
  readonly path: string
}

/** Every document of the example, in every language. */
export function downloadsOf({ released }: World): readonly Download[] {
  return locales.flatMap((locale) => [
    {
      name: `slides-${locale}.pptx`,
      path: `/api/office/orientation/${released}/material/slides/${locale}`,
    },
    {
      name: `handout-${locale}.pdf`,
      path: `/api/office/orientation/${released}/material/handout/${locale}`,
    },
  ])
}
