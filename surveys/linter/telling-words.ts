import type { Locale } from '../locale.ts'

/** What a question can be suspected of by its words. */
export type WordRule = 'identifying' | 'double' | 'absolute' | 'negation' | 'leading'

/**
 * Words and beginnings of words (with `*`) that make a question suspicious, by language. They
 * are read one by one in small letters. A list can be wrong both ways: a person decides.
 */
const tellingWords: Readonly<
  Record<Locale, Readonly<Record<WordRule, readonly string[]>>>
> = {
  en: {
    identifying:
      'age birth* born nationalit* citizen* countr* religio* faith church ethnic* race muslim* christian* jewish jews hindu* buddhis* catholic* protestant* orthodox atheis* diagnos* sexual* orientation pregnan* tenure seniority title profession salary disabilit* department team postcode'.split(
        ' ',
      ),
    double: 'and or'.split(' '),
    absolute: 'always never all every everyone everybody none nobody only'.split(' '),
    negation: 'not no none cannot don’t doesn’t isn’t didn’t won’t can’t without'.split(
      ' ',
    ),
    leading:
      'obviously surely clearly naturally course agree excellent great terrible should'.split(
        ' ',
      ),
  },
  sv: {
    identifying:
      'ålder född födelse* nationalitet* medborgar* land religion* tro kyrka etnisk* muslim* krist* jud* hindu* buddh* katoli* protestant* ortodox* ateis* diagnos* sexuell* läggning gravid* anställningsår anställningstid titel yrke lön funktionsned* avdelning team postnummer'.split(
        ' ',
      ),
    double: 'och eller samt'.split(' '),
    absolute: 'alltid aldrig alla varje ingen inget inga bara'.split(' '),
    negation: 'inte ej ingen inget inga utan aldrig'.split(' '),
    leading:
      'självklart naturligtvis givetvis säkert visst utmärkt fantastisk* borde'.split(
        ' ',
      ),
  },
  nb: {
    identifying:
      'alder født fødsel* nasjonalitet* statsborger* land religio* tro kirke etnisk* muslim* krist* jød* hindu* buddh* katol* protestant* ortodoks* ateis* diagnos* seksuell* legning gravid* ansiennitet tittel yrke lønn funksjonsned* avdeling team postnummer'.split(
        ' ',
      ),
    double: 'og eller samt'.split(' '),
    absolute: 'alltid aldri alle hver ingen bare'.split(' '),
    negation: 'ikke ingen uten aldri'.split(' '),
    leading:
      'selvsagt selvfølgelig naturligvis sikkert jo utmerket fantastisk* burde'.split(
        ' ',
      ),
  },
  nl: {
    identifying:
      'leeftijd geboren geboorte* nationaliteit* land religie* geloof kerk etnisch* moslim* islam* christe* jood* hindoe* boeddhis* katholi* protestant* orthodox* atheïs* afkomst diagnos* seksuele* geaardheid zwanger* dienstjaren dienstverband functie* beroep salaris handicap afdeling team postcode'.split(
        ' ',
      ),
    double: 'en of'.split(' '),
    absolute: 'altijd nooit alle iedereen elke niemand alleen'.split(' '),
    negation: 'niet geen nooit niemand zonder'.split(' '),
    leading: 'natuurlijk uiteraard vanzelfsprekend toch uitstekend geweldig moeten'.split(
      ' ',
    ),
  },
  ro: {
    identifying:
      'vârst* născut* nașter* naționalit* cetățeni* țar* religi* credinț* biseric* etni* musulman* creștin* evre* hindu* budis* catolic* protestant* ortodox* ateu atee diagnostic* sexual* orientare* gravid* vechime* funcți* profesi* salari* dizabilit* departament* echip* cod'.split(
        ' ',
      ),
    double: 'și sau ori'.split(' '),
    absolute: 'întotdeauna mereu niciodată toți toate fiecare nimeni doar'.split(' '),
    negation: 'nu nici niciodată nimeni fără'.split(' '),
    leading: 'desigur evident firește sigur excelent minunat trebui*'.split(' '),
  },
}

/** The first word that a rule of a language suspects; undefined for none. */
export function suspected(
  words: readonly string[],
  locale: Locale,
  rule: WordRule,
): string | undefined {
  const list = tellingWords[locale][rule]
  return words.find((word) =>
    list.some((one) =>
      one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one,
    ),
  )
}
