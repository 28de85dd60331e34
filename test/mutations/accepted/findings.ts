import type { Accepted } from '../report.js';
import { NEVER_SO, inFile } from './in-file.js';

const delivery = inFile('libs/domain/practice/findings/delivery.ts');
const installation = inFile('libs/domain/practice/findings/installation.ts');
const observation = inFile('libs/domain/practice/findings/observation.ts');
const retention = inFile('libs/domain/practice/findings/retention.ts');
const supplier = inFile('libs/domain/practice/findings/supplier.ts');
const windDown = inFile('libs/domain/practice/findings/wind-down.ts');

const NO_SUCH_DAY = 'What has no day is before none, with the fallback or without.';

export const findings: readonly Accepted[] = [
  delivery('onRejected', 'rejected', 'true', 'All that the go-live rests on was rejected.'),
  installation('installationFindings', "state.practice?.eventId ?? ''", 'state.practice?.eventId', NEVER_SO),
  installation(
    'offTheListSince',
    "withdrawalOn(supplier, instance.productId, on)?.lastDay ?? '9999'",
    'withdrawalOn(supplier, instance.productId, on)?.lastDay',
    NO_SUCH_DAY,
  ),
  installation(
    'offTheListSince',
    'serviceSpanOn(state, instance.instanceId, on)?.from ?? instance.effectiveDate',
    'serviceSpanOn(state, instance.instanceId, on)?.from',
    NEVER_SO,
  ),
  observation(
    'observationFindings',
    '7',
    '8',
    'A month is as much before the text of another with its hyphen as without.',
  ),
  observation(
    'contradiction',
    "system.until ?? '9999'",
    'system.until',
    'Null is not less than a date, so that the other is taken all the same.',
  ),
  retention(
    'notChosen',
    'serviceSpanOn(state, instanceId, on) ?? {}',
    'serviceSpanOn(state, instanceId, on)',
    NEVER_SO,
  ),
  retention('notChosen', "ends[0]?.effectiveDate ?? '9999'", 'ends[0]?.effectiveDate', NO_SUCH_DAY),
  retention(
    'outlasting',
    'serviceSpanOn(state, instanceId, on) ?? {}',
    'serviceSpanOn(state, instanceId, on)',
    NEVER_SO,
  ),
  retention('outlasting', "until ?? '9999'", 'until', NO_SUCH_DAY),
  retention(
    'rankBroken',
    'priced[index - 1]?.yearlyPence ?? Infinity',
    'priced[index - 1]?.yearlyPence',
    'No price is more than one that is not there, as none is more than infinity.',
  ),
  supplier('uncovered', "state.practice?.ods ?? ''", 'state.practice?.ods', NEVER_SO),
  windDown(
    'noNotice',
    "lastServiceDay(state, instanceId, goLive.on) ?? '9999'",
    'lastServiceDay(state, instanceId, goLive.on)',
    NO_SUCH_DAY,
  ),
  windDown(
    'noNotice',
    '!ifNotice || !accrued',
    '!ifNotice && !accrued',
    'Both are told of a source, or neither.',
  ),
  windDown(
    'noServiceEnd',
    '!notice || endsOn === null',
    '!notice && endsOn === null',
    'A notice to a system that was left has an end.',
  ),
  windDown(
    'inServiceAfterClosure',
    'closedBy === null',
    'false',
    'What has a last day has the event that set it.',
  ),
];
