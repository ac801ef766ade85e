import { XmlElement } from '@rgrove/parse-xml'

/**
 * What the published schemas of REFI-QDA (Codebook.xsd and Project-mrt2019.xsd) say of the
 * elements we write: their children in order, and the attributes they must and may have.
 */
interface Allowed {
  readonly children: readonly string[]
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

const allowed = (
  children: string,
  required: string,
  optional = '',
): Readonly<Record<keyof Allowed, readonly string[]>> => {
  const words = (text: string) => text.split(' ').filter(Boolean)
  return {
    children: words(children),
    required: words(required),
    optional: words(optional),
  }
}

const edited = 'creatingUser creationDateTime modifyingUser modifiedDateTime'

const schema: Readonly<Record<string, Allowed>> = {
  Project: allowed(
    'Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef',
    'name xmlns',
    'origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath',
  ),
  Users: allowed('User', ''),
  User: allowed('', 'guid', 'name id'),
  CodeBook: allowed('Codes Sets', '', 'origin xmlns'),
  Codes: allowed('Code', ''),
  Code: allowed('Description NoteRef Code', 'guid name isCodable', 'color'),
  Sources: allowed('TextSource PictureSource PDFSource AudioSource VideoSource', ''),
  TextSource: allowed(
    'Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue',
    'guid',
    `name richTextPath plainTextPath ${edited}`,
  ),
  PlainTextSelection: allowed(
    'Description Coding NoteRef',
    'guid startPosition endPosition',
    `name ${edited}`,
  ),
  Coding: allowed('CodeRef NoteRef', 'guid', 'creatingUser creationDateTime'),
  CodeRef: allowed('', 'targetGUID'),
  Description: allowed('', ''),
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const formats: Readonly<Record<string, RegExp>> = {
  guid,
  targetGUID: guid,
  creatingUser: guid,
  isCodable: /^(true|false)$/,
  color: /^#[A-Fa-f0-9]{6}$/,
  startPosition: /^\d+$/,
  endPosition: /^\d+$/,
}

/** Everything in a document that the schema does not allow. */
export function faultsOf(element: XmlElement): readonly string[] {
  const rule = schema[element.name]
  if (!rule) return [`unknown element ${element.name}`]
  const children = element.children.filter((child) => child instanceof XmlElement)
  const places = children.map(({ name }) => rule.children.indexOf(name))
  const names = Object.keys(element.attributes)
  return [
    ...places.flatMap((place, index) => {
      const isOut = place < 0 || place < (places[index - 1] ?? 0)
      return isOut ? [`${children[index]?.name} out of place in ${element.name}`] : []
    }),
    ...rule.required.filter((name) => !names.includes(name)).map((one) => `no ${one}`),
    ...names.filter((name) => ![...rule.required, ...rule.optional].includes(name)),
    ...Object.entries(element.attributes).flatMap(([name, value]) =>
      formats[name]?.test(value) === false ? [`${name}="${value}"`] : [],
    ),
    ...children.flatMap(faultsOf),
  ]
}
