const setOf = (words: string): ReadonlySet<string> => new Set(words.match(/\S+/g))

/** Folded words after which a capital letter is a name and nothing else. */
export const titles = setOf(`
  mr mrs ms mx dr prof professor dhr mevr mw drs meneer mevrouw heer herr fru frk froken
  hr domnul doamna domnisoara dl dna dra domnului doamnei dlui dnei
`)

/** Folded words for people: a name after one of them is surely that person's. */
export const roles = setOf(`
  colleague colleagues boss supervisor manager mentor teamleader leader foreman director
  nurse doctor therapist counsellor rep neighbour friend wife husband miss sir called named
  kollega kollegan kollegaen kollegor chef chefen chefs sjef sjefen leder lederen
  gruppledare arbetsledare arbeidsleder avdelingsleder teamleder skyddsombud verneombud
  tillitsvalgt sykepleier sjukskoterska lakare lege frue man mannen vennen vannen heter
  hette het kallas kalles kalt kallad navn namn
  collega baas leidinggevende ploegleider teamleider voorman directeur verpleegkundige arts
  dokter vriend vriendin vrouw buurman buurvrouw het heet hette genamd
  coleg colega colegul colegei colegului sef seful sefa sefului sefei managerul director
  directorul directoarea asistenta asistentul medicul doctorul prieten prietena sotul sotia
  numit numita numele cheama numeste
`)

/** Small words inside a name, between its capital letters. */
export const nameParticles = setOf(
  'van de der den ter ten te von zu af av la le di da el al',
)

/** What follows the name of a company. */
export const legalForms = setOf(
  'ab as asa bv nv ltd plc inc llc srl sa gmbh ag oy aps hb kb',
)
