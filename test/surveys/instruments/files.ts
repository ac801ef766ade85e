import { type SheetToWrite, writeWorkbook } from '#surveys/instruments/write-workbook.ts'

/** Questionnaires written for these tests, as other tools would have exported them. */

/** How other tools put an answer into a text. */
const answerTo = (name: string): string => `$\{${name}}`

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value))

/** A form of SurveyJS in English and Swedish, with what cannot be taken beside what can. */
export const surveyJsForm = {
  title: { default: 'Working days', sv: 'Arbetsdagar' },
  logo: 'https://pictures.example/logo.png',
  triggers: [{ type: 'complete', expression: '{calm} = 1' }],
  pages: [
    {
      name: 'days',
      title: { default: 'Your days', sv: 'Dina dagar' },
      description: { default: 'Think of the last week.', sv: 'Tänk på veckan som gick.' },
      elements: [
        {
          type: 'radiogroup',
          name: 'calm',
          title: {
            default: 'My days were <b>calm</b>.',
            sv: 'Mina dagar var <b>lugna</b>.',
          },
          isRequired: true,
          choices: [
            { value: 1, text: { default: 'No', sv: 'Nej' } },
            { value: 2, text: { default: 'Partly', sv: 'Delvis' } },
            { value: 3, text: { default: 'Yes', sv: 'Ja' } },
          ],
        },
        { type: 'comment', name: 'why', title: 'Why?' },
        {
          type: 'boolean',
          name: 'breaks',
          title: { default: 'Did you take breaks?', sv: 'Tog du pauser?' },
          visibleIf: '{calm} > 1',
        },
        {
          type: 'checkbox',
          name: 'rest',
          title: { default: 'What gave you rest?', sv: 'Vad gav dig vila?' },
          maxSelectedChoices: 2,
          showOtherItem: true,
          showNoneItem: true,
          choices: [
            { value: 'walk', text: { default: 'A walk', sv: 'En promenad' } },
            { value: 'talk', text: { default: 'A talk', sv: 'Ett samtal' } },
            { value: 'tea', text: { default: 'Tea', sv: 'Te' } },
          ],
        },
        {
          type: 'rating',
          name: 'energy',
          title: { default: 'Your energy?', sv: 'Din energi?' },
          rateMin: 0,
          rateMax: 10,
          minRateDescription: { default: 'none', sv: 'ingen' },
          maxRateDescription: { default: 'full', sv: 'full' },
        },
        {
          type: 'text',
          name: 'age',
          inputType: 'number',
          min: 18,
          max: 70,
          title: 'Age',
        },
        {
          type: 'text',
          name: 'hello',
          title: 'Hello {calm}',
          inputType: 'number',
          min: 0,
          max: 3,
        },
      ],
    },
    {
      name: 'team',
      elements: [
        {
          type: 'matrix',
          name: 'grid',
          title: { default: 'In my team', sv: 'I mitt team' },
          columns: [
            { value: 'seldom', text: { default: 'Seldom', sv: 'Sällan' } },
            { value: 'often', text: { default: 'Often', sv: 'Ofta' } },
          ],
          rows: [
            { value: 'help', text: { default: 'we help', sv: 'hjälper vi' } },
            { value: 'laugh', text: { default: 'we laugh', sv: 'skrattar vi' } },
          ],
        },
        {
          type: 'imagepicker',
          name: 'picture',
          choices: [{ value: 'a', imageLink: 'x' }],
        },
        { type: 'paneldynamic', name: 'children', templateElements: [] },
        { type: 'html', name: 'info', html: '<script>steal()</script>' },
      ],
    },
  ],
} as const

/** An XLSForm in English and Romanian. */
export const xlsFormSheets: readonly SheetToWrite[] = [
  {
    name: 'survey',
    rows: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::Română (ro)',
        'relevant',
        'constraint',
        'required',
        'parameters',
        'media::image',
      ],
      ['start', 'start', '', '', '', '', '', '', ''],
      ['begin group', 'sleep', 'Sleep', 'Somn', '', '', '', '', ''],
      [
        'note',
        'sleep_note',
        'The last four weeks',
        'Ultimele patru săptămâni',
        '',
        '',
        '',
        '',
        '',
      ],
      [
        'select_one freq',
        'slept',
        'I slept well.',
        'Am dormit bine.',
        '',
        '',
        'yes',
        '',
        '',
      ],
      [
        'select_multiple aid or_other',
        'aids',
        'What helps?',
        'Ce ajută?',
        `${answerTo('slept')} = 'often'`,
        'count-selected(.) <= 2',
        '',
        '',
        '',
      ],
      [
        'integer',
        'nights',
        'Bad nights',
        'Nopți proaste',
        '',
        '. >= 0 and . < 8',
        '',
        '',
        '',
      ],
      ['integer', 'weight', 'Weight', 'Greutate', '', '', '', '', ''],
      ['range', 'rest', 'Rested?', 'Odihnit?', '', '', '', 'start=0 end=5 step=1', ''],
      ['text', 'story', 'Tell us', 'Povestiți', '', '', '', '', ''],
      ['end group', '', '', '', '', '', '', '', ''],
      ['begin repeat', 'child', 'Child', 'Copil', '', '', '', '', ''],
      ['integer', 'child_age', 'Age', 'Vârsta', '', '. >= 0 and . <= 9', '', '', ''],
      ['end repeat', '', '', '', '', '', '', '', ''],
      [
        'select_one yesno',
        'tired',
        `Tired, ${answerTo('slept')}?`,
        'Obosit?',
        '',
        '',
        '',
        '',
        '',
      ],
      [
        'select_one yesno',
        'dark',
        'Is it dark?',
        'Este întuneric?',
        '',
        '',
        '',
        '',
        'lamp.png',
      ],
      ['select_one_from_file towns.csv', 'town', 'Town', 'Oraș', '', '', '', '', ''],
      ['calculate', 'sum', '', '', '', '', '', '', ''],
    ],
  },
  {
    name: 'choices',
    rows: [
      ['list name', 'name', 'label::English (en)', 'label::Română (ro)'],
      ['freq', 'seldom', 'Seldom', 'Rar'],
      ['freq', 'often', 'Often', 'Des'],
      ['aid', 'tea', 'Tea', 'Ceai'],
      ['aid', 'walk', 'A walk', 'O plimbare'],
      ['aid', 'music', 'Music', 'Muzică'],
      ['yesno', '1', 'Yes', 'Da'],
      ['yesno', '0', 'No', 'Nu'],
    ],
  },
  {
    name: 'settings',
    rows: [
      ['form_title', 'default_language'],
      ['Rest', 'English (en)'],
    ],
  },
]

export const xlsForm = (): Uint8Array => writeWorkbook(xlsFormSheets)

const table = (name: string, rows: readonly Readonly<Record<string, string>>[]): string =>
  `<${name}><fields/><rows>${rows
    .map(
      (row) =>
        `<row>${Object.entries(row)
          .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
          .join('')}</row>`,
    )
    .join('')}</rows></${name}>`

const words = (
  key: string,
  text: string,
  all: readonly (readonly [string, string, string])[],
) =>
  all.flatMap(([id, en, nl]) => [
    { [key]: id, [text]: en, language: 'en' },
    { [key]: id, [text]: nl, language: 'nl' },
  ])

/** A survey of LimeSurvey 6 in English and Dutch, as .lss. */
const limeSurveyTables: readonly string[] = [
  table('answers', [
    { aid: '1', qid: '11', code: 'A2', sortorder: '2', scale_id: '0' },
    { aid: '2', qid: '11', code: 'A1', sortorder: '1', scale_id: '0' },
    { aid: '3', qid: '13', code: 'B1', sortorder: '1', scale_id: '0' },
    { aid: '4', qid: '13', code: 'B2', sortorder: '2', scale_id: '0' },
  ]),
  table(
    'answer_l10ns',
    words('aid', 'answer', [
      ['1', 'Often', 'Vaak'],
      ['2', 'Never', 'Nooit'],
      ['3', 'Agree', 'Eens'],
      ['4', 'Disagree', 'Oneens'],
    ]),
  ),
  table('conditions', [{ qid: '12', cfieldname: 'x' }]),
  table('groups', [{ gid: '1', group_order: '0', grelevance: '1' }]),
  table('group_l10ns', [
    { gid: '1', group_name: 'Work', description: '<p>Your work</p>', language: 'en' },
    { gid: '1', group_name: 'Werk', description: '<p>Uw werk</p>', language: 'nl' },
  ]),
  table('questions', [
    {
      qid: '12',
      gid: '1',
      type: 'M',
      title: 'HELP',
      question_order: '2',
      other: 'Y',
      mandatory: 'N',
      parent_qid: '0',
      relevance: '1',
    },
    {
      qid: '11',
      gid: '1',
      type: 'L',
      title: 'PACE',
      question_order: '1',
      other: 'N',
      mandatory: 'Y',
      parent_qid: '0',
      relevance: '1',
    },
    {
      qid: '13',
      gid: '1',
      type: 'F',
      title: 'TEAM',
      question_order: '3',
      parent_qid: '0',
      relevance: 'PACE == "A1"',
    },
    {
      qid: '14',
      gid: '1',
      type: 'N',
      title: 'HOURS',
      question_order: '4',
      parent_qid: '0',
      relevance: '1',
    },
    {
      qid: '15',
      gid: '1',
      type: 'T',
      title: 'STORY',
      question_order: '5',
      parent_qid: '0',
      relevance: '1',
    },
    {
      qid: '16',
      gid: '1',
      type: 'Y',
      title: 'NAME',
      question_order: '6',
      parent_qid: '0',
      relevance: '1',
    },
  ]),
  table('subquestions', [
    { qid: '21', parent_qid: '12', title: 'SQ1', question_order: '1', scale_id: '0' },
    { qid: '22', parent_qid: '12', title: 'SQ2', question_order: '2', scale_id: '0' },
    { qid: '31', parent_qid: '13', title: 'R1', question_order: '1', scale_id: '0' },
    { qid: '32', parent_qid: '13', title: 'R2', question_order: '2', scale_id: '0' },
  ]),
  table(
    'question_l10ns',
    words('qid', 'question', [
      ['11', 'Is the pace high? &amp; steady', 'Is het tempo hoog? &amp; gelijkmatig'],
      ['12', 'What would help?', 'Wat zou helpen?'],
      ['13', 'In my team', 'In mijn team'],
      ['14', 'Hours of overtime', 'Overuren'],
      ['15', 'Tell', 'Vertel'],
      [
        '16',
        'Dear {TOKEN:FIRSTNAME}, are you well?',
        'Beste {TOKEN:FIRSTNAME}, gaat het?',
      ],
      ['21', 'Time', 'Tijd'],
      ['22', 'Nothing', 'Niets'],
      ['31', 'we agree', 'zijn we het eens'],
      ['32', 'we listen', 'luisteren we'],
    ]),
  ),
  table('question_attributes', [
    { qid: '12', attribute: 'exclude_all_others', value: 'SQ2' },
    { qid: '14', attribute: 'min_num_value_n', value: '0' },
    { qid: '14', attribute: 'max_num_value_n', value: '20' },
  ]),
  table('quota', [{ id: '1', name: 'Enough men' }]),
  table('surveys', [{ sid: '9', language: 'en' }]),
  table('surveys_languagesettings', [
    {
      surveyls_title: 'Pace of work',
      surveyls_language: 'en',
      surveyls_welcometext: 'Hi',
    },
    { surveyls_title: 'Werktempo', surveyls_language: 'nl' },
  ]),
]

export const limeSurveyXml = (
  tables: readonly string[] = limeSurveyTables,
  start = '<?xml version="1.0" encoding="UTF-8"?>',
): string =>
  `${start}\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>623</DBVersion><languages><language>en</language><language>nl</language></languages>${tables.join('')}</document>`

/** The same kind of survey as LimeSurvey's table, in English and Norwegian. */
export const limeSurveyTable = [
  [
    'id',
    'related_id',
    'class',
    'type/scale',
    'name',
    'relevance',
    'text',
    'help',
    'language',
    'validation',
    'mandatory',
    'other',
    'default',
    'same_default',
    'min_num_value_n',
    'max_num_value_n',
    'max_answers',
  ],
  ['', '', 'S', '', 'language', '', 'en'],
  ['', '', 'SL', '', 'surveyls_title', '', 'Shifts', '', 'en'],
  ['', '', 'SL', '', 'surveyls_title', '', 'Skift', '', 'no'],
  ['1', '', 'G', 'G0', 'Nights', '1', '', '', 'en'],
  [
    '2',
    '',
    'Q',
    'L',
    'SHIFT',
    '1',
    '"Do you work ""late""\nshifts?"',
    '',
    'en',
    '',
    'Y',
    'N',
  ],
  ['', '', 'A', '0', 'A1', '', 'Yes', '', 'en'],
  ['', '', 'A', '0', 'A2', '', 'No', '', 'en'],
  ['3', '', 'Q', 'F', 'AFTER', 'SHIFT == "A1"', 'After a night', 'help me', 'en'],
  ['', '', 'SQ', '0', 'S1', '1', 'I rest', '', 'en'],
  ['', '', 'A', '0', 'B1', '', 'Rarely', '', 'en'],
  ['', '', 'A', '0', 'B2', '', 'Mostly', '', 'en'],
  ['4', '', 'Q', 'S', 'TEXT', '1', 'Tell', '', 'en'],
  ['1', '', 'G', 'G0', 'Netter', '1', '', '', 'no'],
  ['2', '', 'Q', 'L', 'SHIFT', '1', 'Jobber du sent?', '', 'no'],
  ['', '', 'A', '0', 'A1', '', 'Ja', '', 'no'],
  ['', '', 'A', '0', 'A2', '', 'Nei', '', 'no'],
  ['3', '', 'Q', 'F', 'AFTER', '1', 'Etter en natt', '', 'no'],
  ['', '', 'SQ', '0', 'S1', '1', 'Jeg hviler', '', 'no'],
  ['', '', 'A', '0', 'B1', '', 'Sjelden', '', 'no'],
  ['', '', 'A', '0', 'B2', '', 'Oftest', '', 'no'],
  ['', '', 'QTA', '1', 'Full', '', '', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n')

const question = (id: string, payload: Readonly<Record<string, unknown>>) => ({
  SurveyID: 'SV_1',
  Element: 'SQ',
  PrimaryAttribute: id,
  Payload: {
    QuestionID: id,
    DataExportTag: id.replace('QID', 'Q'),
    DefaultChoices: false,
    Validation: { Settings: { ForceResponse: 'OFF', Type: 'None' } },
    GradingData: [],
    Language: [],
    ...payload,
  },
})

const likert = { '1': { Display: 'Seldom' }, '2': { Display: 'Often' } }

/** A survey of Qualtrics in English and Swedish. */
export const qualtricsSurvey = {
  SurveyEntry: { SurveyID: 'SV_1', SurveyName: 'Team days', SurveyLanguage: 'EN' },
  SurveyElements: [
    {
      Element: 'BL',
      Payload: {
        '0': {
          Type: 'Default',
          ID: 'BL_1',
          Description: 'First',
          BlockElements: [
            { Type: 'Question', QuestionID: 'QID1' },
            { Type: 'Page Break' },
            { Type: 'Question', QuestionID: 'QID2', SkipLogic: [{ x: 1 }] },
            { Type: 'Question', QuestionID: 'QID3' },
            { Type: 'Question', QuestionID: 'QID4' },
          ],
        },
        '1': {
          Type: 'Trash',
          ID: 'BL_2',
          BlockElements: [{ Type: 'Question', QuestionID: 'QID9' }],
        },
        '2': {
          Type: 'Standard',
          ID: 'BL_3',
          Description: 'Last',
          BlockElements: [
            { Type: 'Question', QuestionID: 'QID5' },
            { Type: 'Question', QuestionID: 'QID6' },
            { Type: 'Question', QuestionID: 'QID7' },
          ],
        },
      },
    },
    {
      Element: 'FL',
      Payload: {
        Type: 'Root',
        Flow: [
          { Type: 'EmbeddedData', FlowID: 'FL_1' },
          { Type: 'Branch', FlowID: 'FL_2', Flow: [{ Type: 'Standard', ID: 'BL_3' }] },
          { Type: 'Block', ID: 'BL_1' },
        ],
      },
    },
    { Element: 'SO', Payload: { Header: '<script>track()</script>' } },
    { Element: 'QO', Payload: { Name: 'Only 20' } },
    question('QID1', {
      QuestionText: 'How are <strong>you</strong>?&nbsp;<br />',
      QuestionType: 'MC',
      Selector: 'SAVR',
      SubSelector: 'TX',
      Choices: {
        '1': { Display: 'Well' },
        '2': { Display: 'So so' },
        '4': { Display: 'Other', TextEntry: 'true' },
      },
      ChoiceOrder: ['2', '1', 4],
      RecodeValues: { '1': '10', '2': '20', '4': '30' },
      Language: {
        SV: {
          QuestionText: 'Hur mår du?',
          Choices: {
            '1': { Display: 'Bra' },
            '2': { Display: 'Så där' },
            '4': { Display: 'Annat' },
          },
        },
      },
      QuestionJS: 'Qualtrics.SurveyEngine.addOnload(function() {})',
      DisplayLogic: { Type: 'BooleanExpression' },
    }),
    question('QID2', {
      QuestionText: 'In my team',
      QuestionType: 'Matrix',
      Selector: 'Likert',
      SubSelector: 'SingleAnswer',
      Choices: { '1': { Display: 'we laugh' }, '2': { Display: 'we help' } },
      ChoiceOrder: ['1', '2'],
      Answers: likert,
      AnswerOrder: ['1', '2'],
      Language: {
        SV: {
          QuestionText: 'I mitt team',
          Choices: { '1': { Display: 'skrattar vi' }, '2': { Display: 'hjälper vi' } },
          Answers: { '1': { Display: 'Sällan' }, '2': { Display: 'Ofta' } },
        },
      },
    }),
    question('QID3', { QuestionText: 'Tell us', QuestionType: 'TE', Selector: 'ESTB' }),
    question('QID4', {
      QuestionText: `Hi ${answerTo('e://Field/name')}`,
      QuestionType: 'MC',
      Selector: 'SAVR',
      Choices: likert,
    }),
    question('QID5', {
      QuestionText: 'Energy',
      QuestionType: 'Slider',
      Selector: 'HBAR',
      Choices: { '1': { Display: 'today' } },
      Configuration: { CSSliderMin: 0, CSSliderMax: 10, NumDecimals: '0' },
      Language: {
        SV: { QuestionText: 'Energi', Choices: { '1': { Display: 'i dag' } } },
      },
    }),
    question('QID6', { QuestionText: 'Read this', QuestionType: 'DB', Selector: 'TB' }),
    question('QID7', {
      QuestionText: 'Cups of coffee',
      QuestionType: 'TE',
      Selector: 'SL',
      Validation: {
        Settings: {
          Type: 'ContentType',
          ContentType: 'ValidNumber',
          ValidNumber: { Min: 0, Max: 12 },
        },
      },
      Language: { SV: { QuestionText: 'Koppar kaffe' } },
    }),
    question('QID9', {
      QuestionText: 'In the bin',
      QuestionType: 'MC',
      Selector: 'SAVR',
      Choices: likert,
    }),
  ],
}
