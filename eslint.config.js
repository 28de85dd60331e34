import tseslint from 'typescript-eslint';

/** What only libs/platform may reach for: everything else takes a clock, ids and configuration as arguments. */
const outsidePlatform = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take a clock (libs/platform).',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take a clock (libs/platform).',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take ids (libs/platform).',
  },
  { selector: "Identifier[name='randomUUID']", message: 'Take ids (libs/platform).' },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Take config (libs/platform).',
  },
];

/** No decision is ever deleted, and @nestjs/cqrs loses events outside its command and query buses. */
const nowhere = [
  {
    selector: 'Identifier[name=/^(deleteStream|tombstoneStream|setStreamMetadata)$/]',
    message: 'No event is ever deleted (I13).',
  },
  {
    selector: 'Identifier[name=/^(EventBus|Saga|EventPublisher|AggregateRoot)$/]',
    message: 'Loses events: use the store.',
  },
  {
    selector: "CallExpression[callee.property.name='begin']",
    message: 'Use inTransaction: the driver’s begin ends the process when its connection is lost.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'var', 'node_modules', 'coverage'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...outsidePlatform, ...nowhere],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },
  // A catalogue and a data set are data: an entry for each refusal, for each step.
  { files: ['libs/domain/refusals.ts', 'apps/standalone/worked-data-set.ts'], rules: { 'max-lines': 'off' } },
  // The one place that calls it.
  {
    files: ['libs/projections/transaction.ts'],
    rules: { 'no-restricted-syntax': ['error', ...outsidePlatform] },
  },
  // A name that is gone for good in one store must be gone in the store to which all of it is copied.
  {
    files: ['libs/event-store/copy/whole-store.ts'],
    rules: { 'no-restricted-syntax': ['error', ...outsidePlatform] },
  },
  { files: ['libs/platform/**'], rules: { 'no-restricted-syntax': ['error', ...nowhere] } },
  {
    files: ['**/*.spec.ts', 'test/**', 'libs/testing/**'],
    rules: { 'no-restricted-syntax': 'off', 'max-lines': 'off' },
  },
  {
    files: ['libs/embedded/eventstore-node/**'],
    rules: { 'no-restricted-syntax': ['error', ...outsidePlatform] },
  },
);
