import type { ReferenceCommand } from '#commands/reference-commands.js';
import type { businessCaseRefusals } from '#domain/refusals/business-case.js';
import { command } from '#testing/decisions.js';
import { national } from '#testing/fixture.js';
import type { ExamplesOf } from './example.js';

const template = (title: string): ReferenceCommand => ({
  kind: 'policy',
  command: {
    name: 'publish-business-case-template',
    body: {
      effectiveDate: '2008-04-01',
      version: '1.1',
      title,
      sections: [{ title: 'Estimated costs' }],
    },
  },
});

const line = { service: 'Core training', amountPence: 50_000, charge: 'ONE_OFF' } as const;
const submission = (payer: 'CENTRAL' | undefined, whoPaysRuleId: string) =>
  command('submit-business-case', {
    effectiveDate: '2008-12-05',
    version: '1.0',
    estimate: { lines: [{ ...line, whoPaysRuleId, ...(payer && { payer }) }] },
  });

export const businessCaseExamples: ExamplesOf<typeof businessCaseRefusals> = {
  TEMPLATE_UNKNOWN: {
    facts: [template('An example template')],
    after: 'requested',
    refused: command('decide-business-case-need', {
      effectiveDate: '2008-11-14',
      required: true,
      templateVersion: '1.2',
    }),
  },
  TEMPLATE_VERSION_EXISTS: {
    facts: [template('An example template')],
    refused: { by: national, to: template('Another template') },
  },
  WHO_PAYS_RULE_UNKNOWN: { after: 'needDecided', refused: submission('CENTRAL', 'TEA_AND_BISCUITS') },
  PAYER_NOT_ALLOWED: { after: 'needDecided', refused: submission('CENTRAL', 'CORE_TRAINING') },
  PAYER_MISSING: { after: 'needDecided', refused: submission(undefined, 'DATA_MIGRATION') },
};
