import { pick, PRODUCTS, instanceOf, winnerOf, type Numbers, type RandomBodies } from './draw.js';

/** Two products for the Selection Process, now and then one. */
const candidatesOf = (n: Numbers): string[] => [...new Set([pick(n, 0, PRODUCTS), pick(n, 1, PRODUCTS)])];

export const decisionBodies = {
  'record-contact': (n) => ({
    participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
    optionsConsidered: [pick(n, 0, ['Retain', 'Migrate'])],
  }),
  'request-migration': (n) => ({ sourceInstanceId: instanceOf(n, 0), reasons: ['Better prescribing'] }),
  'decide-business-case-need': (n) => ({
    required: pick(n, 0, [true, false]),
    ...pick<{ templateVersion?: string }>(n, 1, [{}, { templateVersion: '1.1' }]),
  }),
  'submit-business-case': (n) => ({
    version: pick(n, 0, ['1.0', '1.1']),
    estimate: {
      lines: [
        {
          service: 'Training',
          amountPence: 10_000,
          charge: 'ONE_OFF',
          ...pick<{ payer?: 'COMMISSIONER' | 'CENTRAL' }>(n, 1, [
            { payer: 'COMMISSIONER' },
            { payer: 'CENTRAL' },
            {},
          ]),
          ...pick<{ whoPaysRuleId?: string }>(n, 2, [
            { whoPaysRuleId: 'CORE_TRAINING' },
            { whoPaysRuleId: 'DATA_MIGRATION' },
            { whoPaysRuleId: 'UNHEARD_OF' },
            {},
          ]),
        },
      ],
    },
  }),
  'return-business-case': (n) => ({ points: [pick(n, 0, ['Add training', 'Add hardware'])] }),
  'agree-change': (n) => ({
    conditions: [],
    decidedBy: 'J Patel',
    ...pick<{ localPayerSplit?: { practicePercent: number } }>(n, 0, [
      {},
      { localPayerSplit: { practicePercent: pick(n, 1, [0, 40, 100]) } },
    ]),
  }),
  'raise-dispute': (n) => ({
    subject: pick(n, 0, ['REFUSAL', 'REFUSAL', 'BUSINESS_CASE', 'CONDITIONS', 'OTHER']),
    grounds: [pick(n, 1, ['It is within the budget', 'It is unsafe'])],
  }),
  'escalate-dispute': (n) => ({ level: pick(n, 0, ['GP_BODIES', 'SHA', 'CFH', 'NHSLA']) }),
  'record-determination': (n, state) => ({
    ...pick(n, 2, [
      {},
      {},
      ...state.migrations.flatMap(({ disputes }) =>
        disputes.map(({ raised: { disputeId } }) => ({ disputeId })),
      ),
    ]),
    outcome: pick(n, 0, ['CHANGE_TO_BE_AGREED', 'REFUSAL_UPHELD', 'OTHER_TERMS', 'WITHDRAWN']),
    ...pick<{ document?: string }>(n, 1, [{ document: 'NHSLA 2009/12' }, {}]),
  }),
  'refuse-change': (n) => ({ grounds: [pick(n, 0, ['Too dear', 'Too soon'])] }),
  'start-selection': (n) => ({ candidates: candidatesOf(n) }),
  'score-candidate': (n) => ({
    candidate: pick(n, 0, PRODUCTS),
    scores: [{ criterion: 'Prescribing', weight: 60, score: pick(n, 1, [40, 80]) }],
  }),
  'complete-selection': (n) => {
    const winner = pick(n, 0, PRODUCTS);
    return {
      winner,
      ...pick<{ candidates?: string[] }>(n, 1, [{ candidates: [winner, 'EMIS.EMIS-PCS'] }, {}]),
    };
  },
  'fail-selection': (n) => ({ reasons: [pick(n, 0, ['Nothing fits', 'Too dear'])] }),
  'select-system': (n, state) => ({
    productId: winnerOf(n, state),
    kind: pick(n, 1, ['FRAMEWORK', 'FRAMEWORK', 'SAME_SUPPLIER', 'LSP']),
  }),
} satisfies Partial<RandomBodies>;
