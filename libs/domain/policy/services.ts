import type { PolicyEvent } from './events.js';

const WHO_PAYS = 'NHS Connecting for Health, GPSoC funding explained: Who pays for what?';

/** Who pays for what a change of system costs beside the price list's rows (A4), as far as the source tells. */
export const servicesOfA4: PolicyEvent<'PolicySetPublished'>['payload']['services'] = [
  { id: 'CORE_TRAINING', service: 'Core training day rates', payers: ['COMMISSIONER'], source: WHO_PAYS },
  {
    id: 'DEPLOYMENT',
    service: 'Deployment to an alternative system',
    payers: ['COMMISSIONER', 'PRACTICE'],
    source: WHO_PAYS,
  },
  {
    id: 'DATA_MIGRATION',
    service: 'Data migration',
    payers: ['COMMISSIONER', 'PRACTICE'],
    source: 'NHS Connecting for Health, GP FAQs, question 6',
  },
  {
    id: 'DATA_MIGRATION_TO_HOSTED',
    service: 'Data migration to a system hosted to CFH standards',
    payers: ['CENTRAL', 'COMMISSIONER', 'PRACTICE'],
    source: 'NHS Connecting for Health, GP FAQs, question 6',
  },
  {
    id: 'LSP_DATA_MIGRATION',
    service: 'Data migration to the LSP solution',
    payers: ['LSP_CONTRACT'],
    source: 'Digital Health, 21 March 2006, New deal on system choice',
  },
];
