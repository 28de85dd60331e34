/** The layers of the architecture: imports go one way, and each outside library has its place. */
const SPEC = '(\\.spec\\.ts$|^libs/testing/|^test/)';
const only = (name, library, places) => ({
  name,
  severity: 'error',
  from: { pathNot: `${SPEC}|${places}` },
  to: { path: `^node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports zod, the date library and itself.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/domain/|^node_modules/(zod|temporal-polyfill|temporal-spec)/' },
    },
    {
      name: 'one-way',
      comment: 'apps → read-models → projections, event-store → contracts → domain',
      severity: 'error',
      from: {
        path: '^libs/(contracts|event-store|commands|projections|read-models|embedded|platform)/',
        pathNot: SPEC,
      },
      to: { path: '^apps/' },
    },
    {
      name: 'contracts-know-the-domain-alone',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: '^libs/(contracts|domain)/' },
    },
    {
      name: 'the-store-knows-no-read-side',
      severity: 'error',
      from: { path: '^libs/(event-store|commands)/', pathNot: SPEC },
      to: { path: '^libs/(projections|read-models|embedded)/' },
    },
    {
      name: 'projections-know-no-question',
      severity: 'error',
      from: { path: '^libs/projections/', pathNot: SPEC },
      to: { path: '^libs/(read-models|commands)/' },
    },
    {
      name: 'reading-decides-nothing',
      severity: 'error',
      from: { path: '^libs/read-models/', pathNot: SPEC },
      to: { path: '^libs/commands/' },
    },
    {
      name: 'the-ground-knows-nothing-above',
      severity: 'error',
      from: { path: '^libs/(platform|embedded)/', pathNot: SPEC },
      to: { path: '^libs/', pathNot: '^libs/(platform|embedded)/' },
    },
    {
      name: 'the-node-takes-no-client',
      comment: 'The embedded node shares the generated messages with the client, and no more.',
      severity: 'error',
      from: { path: '^libs/embedded/', pathNot: SPEC },
      to: { path: '^node_modules/@eventstore/db-client/(?!generated/)' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: SPEC },
      to: { path: '^libs/testing/' },
    },
    only('nest-at-the-edge', '@nestjs', '^apps/|\\.module\\.ts$'),
    only(
      'one-code-path-to-the-store',
      '@eventstore/db-client',
      '^libs/(event-store|embedded/eventstore-node)/',
    ),
    only('sql-on-the-read-side', 'postgres', '^libs/(projections|read-models|embedded)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'types', 'default'],
    },
  },
};
