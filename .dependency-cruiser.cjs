/**
 * The architecture as rules a build can enforce. Promises of privacy are among them:
 * `test/house/borders.test.ts` plants a violation of each rule and sees it caught.
 */
const slice = '^server/([^/]+)/'

/** Which slices a slice may know. The tree of the server, from the root up. */
const knows = {
  accounts: [],
  archive: [],
  audit: ['accounts'],
  backup: [
    'accounts',
    'archive',
    'assessments',
    'briefings',
    'group-seats',
    'invitations',
    'registrar',
    'tally',
  ],
  'ballot-box': ['archive', 'control'],
  'coding-files': [],
  control: [],
  documents: [],
  imports: [],
  jobs: ['accounts'],
  assessments: ['accounts'],
  watch: [],
  trustees: ['accounts', 'assessments'],
  registrar: ['accounts', 'assessments', 'control', 'jobs', 'trustees'],
  heard: ['assessments'],
  'focus-groups': ['accounts', 'assessments'],
  'group-studies': ['accounts', 'assessments'],
  'group-seats': ['accounts', 'assessments', 'group-studies'],
  'group-notes': ['accounts', 'assessments', 'group-studies', 'roster-names'],
  coding: [
    'accounts',
    'assessments',
    'coding-files',
    'group-notes',
    'group-studies',
    'jobs',
    'roster-names',
  ],
  'group-papers': [
    'accounts',
    'assessments',
    'documents',
    'group-seats',
    'group-studies',
    'jobs',
    'results',
  ],
  'roster-names': ['assessments'],
  interviews: ['accounts', 'assessments', 'heard', 'roster-names'],
  indicators: ['accounts', 'assessments'],
  instruments: ['accounts', 'assessments', 'jobs'],
  remarks: ['accounts', 'assessments'],
  examinations: ['accounts'],
  waves: ['accounts', 'assessments'],
  mail: [],
  invitations: [
    'accounts',
    'assessments',
    'documents',
    'jobs',
    'registrar',
    'roster-names',
  ],
  tally: ['accounts', 'assessments', 'jobs', 'trustees'],
  results: [
    'accounts',
    'assessments',
    'examinations',
    'coding',
    'focus-groups',
    'heard',
    'interviews',
    'jobs',
    'tally',
    'trustees',
    'waves',
  ],
  privacy: ['accounts', 'assessments', 'documents', 'jobs'],
  programs: ['accounts', 'assessments', 'jobs', 'results'],
  'follow-up': [
    'accounts',
    'assessments',
    'jobs',
    'programs',
    'results',
    'tally',
    'waves',
  ],
  orientation: ['accounts', 'assessments', 'documents', 'jobs', 'programs', 'results'],
  briefings: [
    'accounts',
    'assessments',
    'documents',
    'group-seats',
    'jobs',
    'orientation',
  ],
  reports: [
    'accounts',
    'assessments',
    'documents',
    'jobs',
    'programs',
    'results',
    'tally',
  ],
  example: [
    'accounts',
    'assessments',
    'briefings',
    'coding',
    'focus-groups',
    'follow-up',
    'group-notes',
    'group-studies',
    'indicators',
    'interviews',
    'jobs',
    'orientation',
    'programs',
    'registrar',
    'results',
    'tally',
    'trustees',
    'waves',
  ],
}

/** What the process of the ballot box runs, and no other. */
const ballotBox = [
  '^server/ballot-box/',
  '^server/start-ballot-box\\.ts$',
  '^server/commands/start-box-alone\\.ts$',
  '^server/database/ballots\\.ts$',
  '^server/database/migrations/(0001-ballot-box|0002-slots|0003-boxes|0004-unit-keys|0028-commands)\\.ts$',
]

/** What starts both, where one process runs both. */
const startsBoth = [
  '^server/main\\.ts$',
  '^server/commands/(start|start-all|demo|groundwork)\\.ts$',
]

/** What office and ballot box are both built from. It knows neither. */
const forBoth = [
  '^server/control/(contract|lines)\\.ts$',
  '^server/(box|crowd-door|descriptions|doors|events|refusal|listen|refuse-tickets|reply-headers|signing-key|verify-ballot|erasable-file|key-file)\\.ts$',
  '^server/(config|keep-apart|read-address|read-mail|read-setting|settings|version|wrong-settings)\\.ts$',
  '^server/watch/',
  '^server/archive/',
  '^server/commands/started\\.ts$',
  '^server/database/(engine|claim-file|sqlite|sqlite-thread|sqlite\\.worker|new-sqlite-file|group-commit|migrate|postgres-faults|refuse-replay|short-turns)\\.ts$',
]

const slicesFormATree = Object.entries(knows).map(([name, known]) => ({
  name: 'slices-form-a-tree',
  severity: 'error',
  comment: `server/${name} may know ${known.join(', ') || 'no other slice'}.`,
  from: { path: `^server/${name}/` },
  to: { path: slice, pathNot: `^server/(database|${[name, ...known].join('|')})/` },
}))

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'What needs each other is one thing; say which.',
      from: {},
      to: { circular: true },
    },
    ...slicesFormATree,
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'surveys-are-pure',
      severity: 'error',
      comment: 'surveys/ describes what we ask: plain data, no package, no other place.',
      from: { path: '^surveys/', pathNot: '^surveys/(ballot|instruments)/' },
      to: { pathNot: '^surveys/' },
    },
    {
      name: 'instruments-only-read-files',
      severity: 'error',
      comment:
        'surveys/instruments/ takes bytes and gives data: surveys, and packages that unpack and parse.',
      from: { path: '^surveys/instruments/' },
      to: {
        pathNot:
          '^surveys/(?!ballot/)|node_modules/(fflate|@rgrove/parse-xml|csv-parse)/',
      },
    },
    {
      name: 'files-are-read-on-the-server',
      severity: 'error',
      comment:
        'Pages and contracts know what an instrument is; files of other tools are opened on the server.',
      from: { path: '^web/|/contract\\.ts$' },
      to: {
        path: '^surveys/instruments/',
        pathNot: '/(instrument|left-out|licence)\\.ts$',
      },
    },
    {
      name: 'ballots-run-in-the-browser-too',
      severity: 'error',
      comment:
        'surveys/ballot/ runs in browser and server: surveys and cryptographic packages only.',
      from: { path: '^surveys/ballot/' },
      to: { pathNot: '^surveys/|node_modules/(@hpke|shamir-secret-sharing)/' },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment:
        'analysis/ is arithmetic on arguments: no I/O, no server, no web, no package.',
      from: { path: '^analysis/', pathNot: '^analysis/disclosure/interval-model\\.ts$' },
      to: { pathNot: '^(analysis|surveys)/' },
    },
    {
      name: 'one-solver-for-the-interval-audit',
      severity: 'error',
      comment:
        'The bounds of the interval audit are found by a linear programming solver.',
      from: { path: '^analysis/disclosure/interval-model\\.ts$' },
      to: { pathNot: '^(analysis|surveys)/|node_modules/highs/' },
    },
    {
      name: 'statistics-know-no-domain',
      severity: 'error',
      from: { path: '^analysis/statistics/' },
      to: { pathNot: '^analysis/statistics/' },
    },
    {
      name: 'recommendation-knows-the-release-only',
      severity: 'error',
      comment:
        'What follows the release sees what was disclosed, never answers or scores.',
      from: { path: '^analysis/(needs|recommendation|orientation|report)/' },
      to: { path: '^analysis/(responses|scoring)', reachable: true },
    },
    {
      name: 'hr-figures-are-context-only',
      severity: 'error',
      comment:
        'What the personnel office tells of groups enters no score, need, release or recommendation.',
      from: {
        path: '^analysis/(scoring|sources|disclosure|needs|recommendation|orientation|report)/|^server/(tally|results|programs|orientation|reports)/',
      },
      to: {
        path: '^(analysis|server)/indicators/|^analysis/indicator-wording\\.ts$',
        pathNot: '/tables\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'only-disclosure-mints',
      severity: 'error',
      comment: 'A value becomes publishable in analysis/disclosure and nowhere else.',
      from: { pathNot: '^analysis/disclosure/' },
      to: { path: '^analysis/disclosure/mint\\.ts$' },
    },
    {
      name: 'web-sees-contracts-only',
      severity: 'error',
      comment:
        'From server/, web/ may run contract.ts and read the type of routes.ts. Nothing else.',
      from: { path: '^web/' },
      to: { path: '^server/', pathNot: '/contract\\.ts$|/routes\\.ts$' },
    },
    {
      name: 'web-runs-no-server-code',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/.*/routes\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contracts-are-light',
      severity: 'error',
      comment:
        'A contract travels to the browser: zod, other contracts, surveys and analysis only.',
      from: { path: '^server/.*/contract\\.ts$' },
      to: { pathNot: '/contract\\.ts$|^(surveys|analysis)/|node_modules/zod/' },
    },
    {
      name: 'slices-keep-their-tables',
      severity: 'error',
      comment:
        "Another slice's store, routes and tables are private; call its use cases.",
      from: { path: slice, pathNot: '^server/database/' },
      to: { path: '^server/[^/]+/(store|routes|tables)\\.ts$', pathNot: '^server/$1/' },
    },
    {
      name: 'the-database-knows-tables-only',
      severity: 'error',
      comment: 'Of the slices, the database knows what their tables look like.',
      from: { path: '^server/database/' },
      to: { path: slice, pathNot: '^server/database/|/tables\\.ts$' },
    },
    {
      name: 'reach-and-doors-know-no-slice',
      severity: 'error',
      comment:
        'services, doors, refusal, events, settings and keys stand below every slice.',
      from: {
        path: '^server/(services|box|doors|refusal|events|config|keep-apart|read-address|read-mail|read-setting|post|key-file|erasable-file|signing-key|verify-ballot|listen|refuse-tickets|employee-page)\\.ts$',
      },
      to: { path: slice, pathNot: '^server/database/' },
    },
    {
      name: 'who-was-asked-never-meets-what-was-said',
      severity: 'error',
      comment:
        'No path leads from the office to the ballot box: they meet in the start of both alone.',
      from: { path: '^server/', pathNot: [...ballotBox, ...startsBoth] },
      to: { path: ballotBox, reachable: true },
    },
    {
      name: 'what-was-said-never-meets-who-was-asked',
      severity: 'error',
      comment:
        'The ballot box stands alone: beside its own files it reaches what both need, and no more.',
      from: { path: ballotBox },
      to: {
        path: '^(server|analysis|web)/',
        pathNot: [...ballotBox, ...forBoth],
        reachable: true,
      },
    },
    {
      name: 'withheld-figures-are-for-the-release',
      severity: 'error',
      comment:
        'Figures nobody has seen are opened by what publishes them, and by nothing else.',
      from: {
        path: '^server/',
        pathNot:
          '^server/(tally/count-once|results/(release-results|sign-release))\\.ts$',
      },
      to: { path: '^server/tally/withheld-figures\\.ts$' },
    },
    {
      name: 'the-registrar-signs-without-the-tally',
      severity: 'error',
      comment: 'Who may answer is decided without a way to open, count or publish.',
      from: { path: '^server/registrar/' },
      to: {
        path: '^server/(tally|results)/',
        pathNot: '/tables\\.ts$',
        reachable: true,
      },
    },
    {
      name: 'reminders-go-to-everybody-alike',
      severity: 'error',
      comment:
        'Whom to invite and to remind is decided where nothing tells who has answered.',
      from: { path: '^server/invitations/' },
      to: {
        path: '^server/(?!.*tables\\.ts$)(tally/|results/|registrar/(participation/|registrar|collect-ballot))',
        reachable: true,
      },
    },
    {
      name: 'employees-carry-no-identity',
      severity: 'error',
      comment: 'The employee’s pages cannot load who is signed in.',
      from: { path: '^web/(answer|mute|seats|told)/' },
      to: {
        path: '^web/(workspace|api|assessment|router)|^server/accounts/|node_modules/better-auth',
        reachable: true,
      },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^web/workspace/([^/]+)/' },
      to: { path: '^web/workspace/[^/]+/', pathNot: '^web/workspace/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^web/(workspace|answer|api|assessment|router)' },
    },
    {
      name: 'nothing-ships-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
