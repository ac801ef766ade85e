import type { RawWording } from './draft.ts'

/** Words that other tools add by themselves, so that their files do not have them. */
const words = {
  yes: { en: 'Yes', sv: 'Ja', nb: 'Ja', nl: 'Ja', ro: 'Da' },
  no: { en: 'No', sv: 'Nej', nb: 'Nei', nl: 'Nee', ro: 'Nu' },
  none: {
    en: 'None of these',
    sv: 'Inget av dessa',
    nb: 'Ingen av disse',
    nl: 'Geen van deze',
    ro: 'Niciuna dintre acestea',
  },
  unsure: {
    en: 'Not sure',
    sv: 'Osäker',
    nb: 'Usikker',
    nl: 'Niet zeker',
    ro: 'Nu sunt sigur',
  },
  'dont-know': {
    en: 'Don’t know',
    sv: 'Vet inte',
    nb: 'Vet ikke',
    nl: 'Weet ik niet',
    ro: 'Nu știu',
  },
  increase: { en: 'Increase', sv: 'Öka', nb: 'Øke', nl: 'Toenemen', ro: 'Să crească' },
  same: {
    en: 'Stay the same',
    sv: 'Vara som nu',
    nb: 'Være som nå',
    nl: 'Gelijk blijven',
    ro: 'Să rămână la fel',
  },
  decrease: { en: 'Decrease', sv: 'Minska', nb: 'Minke', nl: 'Afnemen', ro: 'Să scadă' },
} as const

export type StandardWord = keyof typeof words

export function standardWord(word: StandardWord): RawWording {
  return new Map(Object.entries(words[word]))
}
