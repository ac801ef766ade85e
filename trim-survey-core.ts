import { type ESTree, type Plugin, parseAst } from 'vite'

/**
 * Kinds of questions, and what belongs to them, that no questionnaire of ours has: ours are
 * choices. SurveyJS is one file that registers all of them, so that no bundler leaves any out.
 */
const needless =
  /^(Question(PanelDynamic|Matrix|File|Rating|Text|Slider|Ranking|SignaturePad|Boolean|ImagePicker|ImageMap|Image|Custom|Composite|MultipleText|Dropdown|Tagbox|ButtonGroup|Comment|Expression|Html|Empty)|InputMask|ImageMapArea|MultipleText|MatrixDropdown|FlowPanel|PopupSurvey|SurveyWindow)/

const registrations = new Set([
  'Serializer.addClass',
  'QuestionFactory.Instance.registerQuestion',
])

/** So many statements went when this was written: far fewer, and the file has changed. */
const leastCut = 350

/**
 * Leaves out of the pages what SurveyJS registers for kinds of questions that are not asked:
 * a third of what an employee would otherwise load. That answers stay the same is shown by
 * the browser tests, which answer every question and compare what arrives.
 */
export function trimSurveyCore(): Plugin {
  return {
    name: 'trim-survey-core',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /survey-core\.mjs$/ },
      handler: (code) => ({ code: trimmed(code), map: null }),
    },
  }
}

function trimmed(code: string): string {
  const cut = needlessStatements(code)
  if (cut.length < leastCut) {
    throw new RangeError(
      `expected to leave out at least ${leastCut} statements of survey-core, got ${cut.length}`,
    )
  }
  let end = 0
  const kept = cut.map((statement) => {
    const before = code.slice(end, statement.start)
    end = statement.end
    return before
  })
  return withoutStyles([...kept, code.slice(end)].join(''))
}

type Statement = ESTree.Program['body'][number]

function needlessStatements(code: string): readonly Statement[] {
  const { body } = parseAst(code)
  const textOf = ({ start, end }: ESTree.Node) => code.slice(start, end)
  const registered = body.filter((statement) => isRegistration(statement, textOf))
  const names = new Set(registered.map((each) => /\("(\w+)"/.exec(textOf(each))?.[1]))
  return body.filter(
    (statement) =>
      registered.includes(statement) ||
      isDeclaration(statement, textOf) ||
      names.has(/^Serializer\.getProperty\("(\w+)"/.exec(textOf(statement))?.[1]),
  )
}

type TextOf = (node: ESTree.Node) => string

/** `Serializer.addClass(…, () => new QuestionRatingModel(…))` and the like. */
function isRegistration(statement: Statement, textOf: TextOf): boolean {
  const call = callIn(statement)
  return (
    call !== null &&
    registrations.has(textOf(call.callee)) &&
    textOf(statement)
      .matchAll(/new (\w+)/g)
      .some(([, made]) => needless.test(made ?? ''))
  )
}

/** `__decorate([property()], QuestionRatingModel.prototype, …)`. */
function isDeclaration(statement: Statement, textOf: TextOf): boolean {
  const call = callIn(statement)
  const target = call?.arguments[1]
  return (
    call !== null &&
    textOf(call.callee) === '__decorate' &&
    target !== undefined &&
    needless.test(textOf(target))
  )
}

function callIn(statement: Statement): ESTree.CallExpression | null {
  if (statement.type !== 'ExpressionStatement') return null
  return statement.expression.type === 'CallExpression' ? statement.expression : null
}

/** SurveyJS's own colours and sizes, which our pages never ask it to write. */
function withoutStyles(code: string): string {
  const start = code.indexOf('\nvar baseTheme = {')
  const end = code.indexOf('\n};', start)
  if (start < 0 || end < 0)
    throw new RangeError('expected survey-core to have a baseTheme')
  return `${code.slice(0, start)}\nvar baseTheme = { cssVariables: {} };${code.slice(end + 3)}`
}
