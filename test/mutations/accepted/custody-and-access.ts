import type { Accepted } from '../report.js';
import { NEVER_SO, ONE_OF_ITS_KIND, inFile } from './in-file.js';

const accessRequest = inFile('libs/domain/practice/access-request.ts');
const auditAccess = inFile('libs/domain/practice/audit-access.ts');
const custody = inFile('libs/domain/practice/custody.ts');
const dataAccess = inFile('libs/domain/practice/data-access.ts');
const retention = inFile('libs/domain/practice/retention.ts');

const ONE_HOLDS = 'Of one system no two options hold on one day (I11).';

export const custodyAndAccess: readonly Accepted[] = [
  accessRequest(
    'fulfilAuditAccess',
    "state.instances[instanceId]?.supplier ?? ''",
    'state.instances[instanceId]?.supplier',
    NEVER_SO,
  ),
  accessRequest(
    'openRequest',
    'state.accessRequests.find((one) => one.requestId === requestId)',
    'state.accessRequests.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  auditAccess(
    'accessGaps',
    'from < span.from',
    'from <= span.from',
    'Nothing begins on the first day of a gap, or it would be covered.',
  ),
  auditAccess(
    'auditAccessOn',
    'retentionSpans(state, instanceId).find((span) => hasDay(span, on))',
    'retentionSpans(state, instanceId).findLast(…)',
    ONE_HOLDS,
  ),
  auditAccess(
    'auditAccessOn',
    'accessGaps(state, instanceId).find((span) => hasDay(span, on))',
    'accessGaps(state, instanceId).findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  custody(
    'custodyOn',
    "held.find(({ basis }) => basis === 'SERVICE')",
    'held.findLast(…)',
    'The service of a system runs once on a day.',
  ),
  custody('heldApart', 'retained.find((one) => hasDay(one, day))', 'retained.findLast(…)', ONE_HOLDS),
  custody('keptBy', "practice?.ods ?? ''", 'practice?.ods', NEVER_SO),
  dataAccess(
    'concerned',
    'state.migrations.findLast((one) => isOpenOn(one, on))',
    'state.migrations.find(…)',
    'No two migrations are open on one day (I1).',
  ),
  dataAccess(
    'openProblem',
    'state.migrations.find(({ problems }) => problems.some(isIt))',
    'state.migrations.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  dataAccess(
    'openProblem',
    'migration?.problems.find(isIt)',
    'migration?.problems.findLast(…)',
    ONE_OF_ITS_KIND,
  ),
  retention(
    'endRetention',
    'lastDay < until',
    'lastDay <= until',
    'Of the day itself there is nothing to do.',
  ),
  retention(
    'optionPayload',
    "state.instances[instanceId]?.supplier ?? ''",
    'state.instances[instanceId]?.supplier',
    NEVER_SO,
  ),
];
