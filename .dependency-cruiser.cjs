/**
 * The architecture as rules a build can enforce (dependency-cruiser 17, TypeScript < 7). A start, not the end:
 * rename with the house, add what a promise needs, plant a violation of each rule in a test.
 */
const slice = '^server/([^/]+)/'
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'surveys-are-pure',
      severity: 'error',
      comment:
        'surveys/ describes what we ask and how an answer is sealed; only surveys/ballot may use (cryptographic) packages.',
      from: { path: '^surveys/', pathNot: '^surveys/ballot/' },
      to: { pathNot: '^surveys/' },
    },
    {
      name: 'ballots-run-in-the-browser-too',
      severity: 'error',
      from: { path: '^surveys/ballot/' },
      to: { pathNot: '^surveys/|node_modules/(@hpke|shamir-secret-sharing)/' },
    },
    {
      name: 'analysis-is-pure',
      severity: 'error',
      comment: 'analysis/ is arithmetic on arguments: no I/O, no server, no web.',
      from: { path: '^analysis/', pathNot: '^analysis/disclosure/interval-audit\\.ts$' }, // that one may use its LP solver
      to: { pathNot: '^(analysis|surveys)/' },
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
        'Needs and recommendation see what was disclosed, never answers (anonymity.md R15).',
      from: { path: '^analysis/(needs|recommendation|orientation)/' },
      to: { path: '^analysis/(responses|scoring)', reachable: true },
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
      from: { path: '/contract\\.ts$' },
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
      name: 'who-was-asked-never-meets-what-was-said',
      severity: 'error',
      from: { path: '^server/registrar/' },
      to: { path: '^server/ballot-box/', reachable: true },
    },
    {
      name: 'what-was-said-never-meets-who-was-asked',
      severity: 'error',
      from: { path: '^server/ballot-box/' },
      to: { path: '^server/(registrar|accounts)/', reachable: true },
    },
    {
      name: 'only-the-tally-opens-envelopes',
      severity: 'error',
      from: {
        pathNot:
          '^server/(tally|example)/|^surveys/|^web/(answer|workspace/(trustees|unseal))/|^test/',
      },
      to: { path: '^surveys/ballot/(envelope|shares)' },
    },
    {
      name: 'employees-carry-no-identity',
      severity: 'error',
      comment: 'The answer pages must not be able to load who is signed in.',
      from: { path: '^web/answer/' },
      to: {
        path: '^web/(session|workspace)|^server/accounts/|node_modules/better-auth',
        reachable: true,
      },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^web/workspace/([^/]+)/' },
      to: { path: '^web/workspace/', pathNot: '^web/workspace/$1/' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^web/ui/' },
      to: { path: '^web/(workspace|answer|api)' },
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
