import type { callOffRefusals } from '#domain/refusals/call-off.js';
import { command } from '#testing/decisions.js';
import { patel } from '#testing/fixture.js';
import { installed } from '#testing/worked-data-set.js';
import type { ExamplesOf } from './example.js';

const day = { effectiveDate: '2008-05-01' };
const vision = {
  ...day,
  instanceId: 'V9',
  productId: 'INPS.VISION-3',
  ...installed,
} as const;
const join = command('join-call-off', { ...day, instanceId: 'V9' });

export const callOffExamples: ExamplesOf<typeof callOffRefusals> = {
  CALL_OFF_MISSING: {
    after: 'installed',
    and: [command('register-instance', { ...vision, productId: 'Microtest.EVOLUTION', level: 2 })],
    refused: join,
  },
  CALL_OFF_ALREADY_SIGNED: {
    refused: {
      by: patel,
      to: {
        kind: 'call-off',
        commissioner: '5ZZ',
        supplier: 'EMIS',
        command: { name: 'sign-call-off', body: day },
      },
    },
  },
  ALREADY_ON_CALL_OFF: {
    after: 'installed',
    refused: command('join-call-off', { ...day, instanceId: 'E1' }),
  },
  LEVEL_TOO_LOW: {
    after: 'installed',
    and: [command('register-instance', { ...vision, level: 1 })],
    refused: join,
  },
  CHOOSE_AND_BOOK_MISSING: {
    after: 'installed',
    and: [command('register-instance', { ...vision, chooseAndBook: false })],
    refused: join,
  },
  ETP_MISSING: {
    after: 'installed',
    and: [command('register-instance', { ...vision, etp: false })],
    refused: join,
  },
  LSP_NEEDS_NO_CALL_OFF: {
    after: 'installed',
    and: [command('register-instance', { ...vision, contract: 'LSP' })],
    refused: join,
  },
  COVERED_BY_CALL_OFF: {
    after: 'installed',
    refused: command('opt-out', { ...day, instanceId: 'E1' }),
  },
  NOT_ON_CALL_OFF: {
    after: 'registered',
    and: [command('register-instance', vision)],
    refused: command('leave-call-off', { ...day, instanceId: 'V9' }),
  },
  AGREEMENT_NOT_IN_FORCE: { after: 'registered', refused: command('end-pct-practice-agreement', day) },
};
