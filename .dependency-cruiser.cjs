/**
 * The architecture as rules a build can enforce. Promises of privacy are among them:
 * `test/house/borders.test.ts` plants a violation of each rule and sees it caught.
 */
const slice = '^server/([^/]+)/'

/** Which slices a slice may know. The tree of the server, from the root up. */
const knows = {
  accounts: [],
  'ballot-box': [],
  documents: [],
  imports: [],
  jobs: ['accounts'],
  assessments: ['accounts'],
  registrar: ['accounts', 'assessments'],
  'focus-groups': ['accounts', 'assessments'],
  interviews: ['accounts', 'assessments'],
  tally: ['accounts', 'assessments', 'ballot-box', 'jobs'],
  results: [
    'accounts',
    'assessments',
    'ballot-box',
    'focus-groups',
    'interviews',
    'jobs',
    'tally',
  ],
  programs: ['accounts', 'assessments', 'results'],
  orientation: ['accounts', 'assessments', 'documents', 'jobs', 'programs', 'results'],
  example: [
    'accounts',
    'assessments',
    'focus-groups',
    'interviews',
    'jobs',
    'orientation',
    'programs',
    'registrar',
    'results',
    'tally',
  ],
}

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
      from: { path: '^surveys/', pathNot: '^surveys/ballot/' },
      to: { pathNot: '^surveys/' },
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
        'services, doors, refusal, events, config and key-file stand below every slice.',
      from: { path: '^server/(services|doors|refusal|events|config|key-file)\\.ts$' },
      to: { path: slice, pathNot: '^server/database/' },
    },
    {
      name: 'who-was-asked-never-meets-what-was-said',
      severity: 'error',
      comment: 'The registrar knows who may answer; no path leads from it to answers.',
      from: { path: '^server/registrar/' },
      to: { path: '^server/(ballot-box|database/ballots)', reachable: true },
    },
    {
      name: 'what-was-said-never-meets-who-was-asked',
      severity: 'error',
      comment: 'The ballot box knows answers; no path leads from it to people.',
      from: { path: '^server/(ballot-box/|database/ballots)' },
      to: { path: '^server/(registrar|accounts|database/office)', reachable: true },
    },
    {
      name: 'only-the-tally-opens-the-box',
      severity: 'error',
      comment:
        'Counting and destroying answers is the business of the tally and of publishing.',
      from: { pathNot: '^server/(ballot-box|tally|results)/|^server/main\\.ts$|^test/' },
      to: { path: '^server/ballot-box/(keep-box|store)\\.ts$' },
    },
    {
      name: 'employees-carry-no-identity',
      severity: 'error',
      comment: 'The employee’s pages cannot load who is signed in.',
      from: { path: '^web/answer/' },
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
