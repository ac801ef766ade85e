import { codebookTexts } from '#analysis/codebook-wording.ts'
import {
  type Codebook,
  type CodeId,
  codesOf,
  familyOf,
} from '#analysis/coding/codebook.ts'
import { describeCode } from '#analysis/coding/describe-code.ts'
import type { Locale } from '#surveys/locale.ts'
import { declaration, element, textElement } from '../xml.ts'
import { guidOfCode, guidOfName } from './guids.ts'

export const codebookNamespace = 'urn:QDA-XML:codebook:1.0'
export const origin = 'Groundwork'

const colors = {
  construct: '#1f5f8b',
  hazard: '#b3541e',
  wish: '#3b7a57',
  barrier: '#7a3b69',
  trust: '#5b5b8c',
  own: '#6b6b6b',
} as const

const families = Object.keys(colors) as readonly (keyof typeof colors)[]

/**
 * A codebook as other programs read it (QDC): families as folders, each code with what it
 * means, when to use it, when not, and an example.
 *
 * @see REFI-QDA 1.5 (2019), 5.2; qdasoftware.org
 */
export function writeCodebook(codebook: Codebook, locale: Locale): string {
  const codes = writeCodes(codebook, codesOf(codebook), locale)
  return declaration + element('CodeBook', { xmlns: codebookNamespace, origin }, [codes])
}

/** The element `Codes`, the same in codebooks and projects. */
export function writeCodes(
  codebook: Codebook,
  codes: readonly CodeId[],
  locale: Locale,
): string {
  const folders = families.flatMap((family) => {
    const own = codes.filter((code) => familyOf(code) === family)
    if (own.length === 0) return []
    const name = codebookTexts[locale][`family.${family}`]
    const guid = guidOfName(`family.${family}`)
    const children = own.map((code) => writeCode(codebook, code, locale))
    return [element('Code', { guid, name, isCodable: 'false' }, children)]
  })
  return element('Codes', {}, folders)
}

function writeCode(codebook: Codebook, code: CodeId, locale: Locale): string {
  const { label, means, useWhen, notWhen, example } = describeCode(codebook, code, locale)
  const description = [means, useWhen, notWhen, example].filter(Boolean).join(' ')
  return element(
    'Code',
    {
      guid: guidOfCode(code),
      name: label,
      isCodable: 'true',
      color: colors[familyOf(code)],
    },
    [textElement('Description', description)],
  )
}
