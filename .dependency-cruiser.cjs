/**
 * Who may import whom, in one list. Run by `node server/test/codebase/boundaries.mjs`, which also demands that every
 * module is named here and that enough files were looked at. Source: docs/architecture.md, "Directions".
 */
const FOUNDATIONS = [
  'tenants',
  'accounts',
  'places',
  'people',
  'organisations',
  'households',
  'members',
  'audit',
  'files',
  'notices',
  'settings',
  'live',
  'keys',
  'figures',
]
const CAPABILITIES = [
  'requests',
  'exchange',
  'activities',
  'points',
  'meetings',
  'votes',
  'visits',
  'patrols',
  'imports',
  'pairings',
  'planner',
  'standards',
  'surveys',
]
const READERS = [
  'dashboards',
  'search',
  'exports',
  'open311',
  'federation',
  'webhooks',
  'bulletins',
  'insight',
  'topics',
  'screen',
  'demo',
]
/** Sideways, only through index.ts, and only these. */
const SIDEWAYS = {
  requests: ['points'],
  activities: ['points'],
  exchange: ['points', 'activities'],
  visits: ['requests', 'pairings'],
  planner: ['pairings'],
  patrols: ['requests'],
  meetings: ['votes', 'requests'],
}

const modules = (names) => `^server/modules/(${names.join('|')})/`
const TEST = '\\.test\\.tsx?$|^server/test/|^e2e/|^bench/|/make(\\.ts$|/)'

const sideways = CAPABILITIES.map((from) => {
  const allowed = [from, ...(SIDEWAYS[from] ?? [])]
  return {
    name: `sideways-from-${from}`,
    comment: 'Capabilities call each other only where the list says so.',
    severity: 'error',
    from: { path: modules([from]), pathNot: TEST },
    to: { path: modules(CAPABILITIES.filter((name) => !allowed.includes(name))) },
  }
})

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  declared: { foundations: FOUNDATIONS, capabilities: CAPABILITIES, readers: READERS },
  forbidden: [
    rule('no-circular', 'A cycle has no beginning to read from.', {}, { circular: true }),
    rule(
      'resolvable',
      'An import that leads nowhere, but for what a build makes.',
      {},
      { couldNotResolve: true, pathNot: '/dist/' },
    ),
    rule(
      'contracts-know-nothing',
      'Contracts import each other and the schema library, nothing else.',
      { path: '^contracts/', pathNot: TEST },
      { pathNot: '^contracts/|(^|/)node_modules/typebox/' },
    ),
    rule(
      'web-reads-contracts-only',
      'The web knows the server by its contracts.',
      { path: '^web/' },
      { path: '^(server|scripts|bench|e2e)/' },
    ),
    rule('web-runs-in-a-browser', 'Nothing of Node.', { path: '^web/', pathNot: TEST }, { dependencyTypes: ['core'] }),
    rule(
      'server-without-web',
      'The server knows no page.',
      { path: '^(server|contracts)/', pathNot: TEST },
      { path: '^(web|e2e|bench|scripts)/' },
    ),
    rule(
      'phone-stays-light',
      'The desk’s component library is for the desk.',
      { path: '^web/(resident|screen|components|platform|texts)/' },
      { path: '(^|/)node_modules/(antd|@ant-design)/' },
    ),
    rule(
      'platform-knows-no-module',
      'Tools know no capability.',
      { path: '^server/platform/', pathNot: TEST },
      { path: '^server/(modules/|app|main)' },
    ),
    rule(
      'foundations-below',
      'Foundations never import what stands on them.',
      { path: modules(FOUNDATIONS), pathNot: TEST },
      { path: modules([...CAPABILITIES, ...READERS]) },
    ),
    rule(
      'readers-on-top',
      'Nobody stands on a module that only reads.',
      { path: modules(CAPABILITIES), pathNot: TEST },
      { path: modules(READERS) },
    ),
    ...sideways,
    rule(
      'through-the-index',
      'Another module is entered by its index.ts; pure rules that others play through by rules.ts.',
      { path: '^server/(?:modules/([^/]+)|platform|db)/', pathNot: TEST },
      { path: '^server/modules/', pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/(index|rules)\\.ts$'] },
    ),
    rule(
      'rules-touch-nothing',
      'lifecycle and policy decide; they neither read nor write. Types may come from anywhere.',
      { path: '^server/modules/[^/]+/(lifecycle|policy)(\\.ts$|/)', pathNot: TEST },
      {
        path: '^server/modules/[^/]+/(queries|routes|jobs)|^server/platform/(db|outbox|files|live|session|config|log)|(^|/)node_modules/(pg|fastify)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'rules-without-node',
      'No files, network or clock inside a rule.',
      { path: '^server/modules/[^/]+/(lifecycle|policy)(\\.ts$|/)', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'one-way-out',
      'Calls to other machines go through server/platform/outgoing, which asks first where to.',
      { path: '^server/', pathNot: `${TEST}|^server/platform/outgoing/` },
      {
        path: '^(node:)?(https?|http2|tls|dgram|dns(/promises)?)$',
        dependencyTypes: ['core'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule('tests-outside', 'The product imports no test.', { pathNot: TEST }, { path: TEST }),
    rule(
      'server-runs-without-dev',
      'What the server imports is a dependency, not a tool.',
      { path: '^(server|contracts)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache)/|^web/node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
}
