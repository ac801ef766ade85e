import type { Random } from '#analysis/statistics/random.ts'
import type { Locale } from '#surveys/locale.ts'

/** First and last names to invent people from. Some of the first names are on the product's
 * own list, many are not; some of both are ordinary words. */
const firstNames: Readonly<Record<Locale, string>> = {
  en: 'Oliver Harriet Imogen Callum Deepa Kwame Siobhan Niamh Tariq Olumide Zainab Rhys Bronwyn Eilidh Mark Grace Hope Will Emily Daniel Sarah Thomas Priyanka Oksana Wojciech Ngozi Alistair Philippa Rowena Cedric Beatrix Dominika Yusuf Anneliese Montgomery Persephone Tamsin Leopold Ottilie Jolyon',
  sv: 'Anna Håkan Göran Åsa Björn Märta Örjan Jönas Sölve Ragnhild Tewodros Shirin Azadeh Bahram Zeinab Kjerstin Linnéa Ulrika Dag Liv Stig Bo Ingrid Gustav Ebba Vendela Folke Hjördis Tyra Sigurd Amanuel Selam Mahnaz Torkel Birgitta Hedvig Alfhild Rigmor Valdemar Elvira',
  nb: 'Øyvind Bjørn Åse Ragnhild Synnøve Kåre Håvard Pål Bård Jørgen Torbjørg Gøril Ståle Frøydis Eirin Snorre Yngve Solfrid Oddbjørg Magnhild Dag Liv Odd Even Ingeborg Camilla Zbigniew Jolanta Ewelina Darius Gintaras Hodan Abdirahman Ayaan Tsegay Oddvar Ellinor Herborg Trygve Gjertrud',
  nl: 'Anneke Joris Willemijn Machteld Geertruida Diederik Liesbeth Tjitske Sjoukje Wietske Jelle Douwe Sietse Bauke Roos Floor Mark Thijs Sanne Jeroen Youssef Naïma Fenna Hatice Emre Sevgi Zeynep Agnieszka Grzegorz Rayan Marloes Gijsbert Cokky Annechien Hiltje Reinoud Evelien Koenraad Noortje Berend',
  ro: 'Ioana Ștefan Mădălina Răzvan Crenguța Ionuț Țițiana Dragoș Brândușa Cătălin Doina Ion Floarea Mihaela Gheorghe Zamfira Vasilica Sânziana Anghel Norocel Zsuzsanna Botond Csilla Emese Szabolcs Evdochia Aglaia Filofteia Parascheva Haralambie Victorița Sevastița Neculai Rebeca Ruxandra Domnica Costache Pantelimon Leontina Tiberiu',
}

const lastNames: Readonly<Record<Locale, string>> = {
  en: 'Ashworth Whitcombe Featherstone Okonkwo Adeyemi Chaudhry Kowalczyk Penhaligon Trevelyan Blenkinsop Harrington Sutherland Abernethy Wolstenholme MacAllister Rasmussen Bannister Fotheringham Hollingsworth Illingworth Ravenscroft Thistlethwaite Wainwright Young Baker Winterbottom Nwachukwu Karunaratne Longbottom Skeffington',
  sv: 'Lindström Sjöberg Åkesson Öhman Bergqvist Håkansson Söderlund Hägglöf Wikström Nyström Grönvall Berg Strand Abdirahman Gebreselassie Rostami Moradi Kovačević Hadžić Fagerström Tengvall Lagercrantz Ljungqvist Rönnkvist Sandahl Hellström Ekelöf Törnqvist Wennerberg Ahlqvist',
  nb: 'Bjørnstad Gjøsund Sæther Håland Østby Rødseth Ødegård Skjæveland Nygård Fjærestad Bråten Aasen Kjølstad Haug Moen Wiśniewski Kamiński Stankevičius Jakobsen Tønnessen Myklebust Kvamme Bjerkaas Lillebø Grøtting Vestbø Hjelmeland Sørbø Raknerud Tveitan',
  nl: 'Hoogendoorn Vermeulen Dijkstra Terpstra Hoekstra Oosterhuis Bloemendaal Schouten Kuijpers Meijer Zijlstra Boerema Nieuwenhuizen Rozema Wiersma Achterberg Yılmaz Öztürk Benali Kowalska Ouwehand Brouwer Bakker Zuiderveen Westerhof Haverkamp Oldenburger Spijkerman Leeuwenburgh Tuinstra',
  ro: 'Ionescu Popescu Dumitrașcu Țurcanu Stănculescu Brătianu Câmpeanu Vlăduțescu Mărginean Hațeganu Ciobanu Muntean Rădulescu Gherghina Zăvoianu Cernătescu Nistorescu Șerbănescu Lăzăroiu Voiculescu Szilágyi Bartók Filimon Trandafir Păunescu Bălănescu Drăghicescu Iordăchescu Săndulescu Grigorescu',
}

/** Ordinary words that are names as well; nobody writes "will" for Will and is understood. */
const alsoWords = new Set(
  'mark grace hope will dag liv stig bo odd even roos floor ion doina floarea young baker berg strand haug bakker brouwer ciobanu muntean filimon trandafir moen'.split(
    ' ',
  ),
)

export interface Person {
  readonly first: string
  readonly last: string
}

export const pick = <Item>(random: Random, items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** People of one language, none twice. */
export function inventPeople(
  random: Random,
  locale: Locale,
  count: number,
): readonly Person[] {
  const people = new Map<string, Person>()
  while (people.size < count) {
    const first = pick(random, firstNames[locale].split(' '))
    const last = pick(random, lastNames[locale].split(' '))
    people.set(`${first} ${last}`, { first, last })
  }
  return [...people.values()]
}

/** Names that stand on no list of the product and on no invented roster. */
export const strangers: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Gwendolen', 'Batholomew', 'Chinedu', 'Oyelaran', 'Trelawney', 'Kiplagat'],
  sv: ['Torgny', 'Getachew', 'Hjalmarsson', 'Cederquist', 'Parvaneh', 'Nordenfalk'],
  nb: ['Gunnvor', 'Bjarte', 'Skogstrøm', 'Kazlauskas', 'Ubah', 'Hjertaker'],
  nl: ['Swaantje', 'Fokko', 'Kloosterman', 'Demirci', 'Ilyas', 'Pietersma'],
  ro: ['Smărăndița', 'Onisifor', 'Bogdănescu', 'Kelemen', 'Tănăsescu', 'Chivu'],
}

const withoutDiacritics = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')

function inflected(random: Random, locale: Locale, name: string): string {
  if (locale === 'en') return `${name}'s`
  if (locale === 'sv' || locale === 'nb') return `${name}s`
  if (locale === 'nl') return pick(random, [`${name}'s`, `${name}s`])
  if (/[aă]$/.test(name)) return `${name.slice(0, -1)}ei`
  return /[bcdfghjklmnprstvzțș]$/.test(name) ? `${name}ului` : `${name}lui`
}

/** One letter left out, doubled by another, replaced, or exchanged with its neighbour. */
function mistyped(random: Random, name: string): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  const letter = pick(random, [...'aeinorstlk'])
  const [here = '', next = ''] = [name[at], name[at + 1]]
  return pick(random, [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + letter + name.slice(at),
    name.slice(0, at) + letter + name.slice(at + 1),
    name.slice(0, at) + next + here + name.slice(at + 2),
  ])
}

export const spellings = [
  'as-is',
  'folded',
  'inflected',
  'mistyped',
  'lower-case',
] as const
export type Spelling = (typeof spellings)[number]

/** A first or last name as somebody may write it in a hurry. */
export function spelled(
  random: Random,
  locale: Locale,
  name: string,
  spelling: Spelling,
): string {
  if (spelling === 'folded') return withoutDiacritics(name)
  if (spelling === 'inflected') return inflected(random, locale, name)
  if (spelling === 'mistyped' && name.length >= 4) return mistyped(random, name)
  if (spelling !== 'lower-case' || alsoWords.has(name.toLowerCase())) return name
  return name.toLowerCase()
}
