import { entry } from './entry.js';

/** Refusals about notice, retention and the end of a service. */
export const windDownRefusals = {
  NOTICE_RUNNING: entry(
    409,
    'I9',
    'Notice for {instanceId} {runs}.',
    'Extend it if it must end later, or withdraw it with the supplier’s consent.',
  ),
  NOTICE_TOO_SHORT: entry(
    409,
    'I8',
    'Notice of {on} cannot end before {earliestEndsOn} (S34, A4).',
    'Leave `endsOn` out, or send {earliestEndsOn} or later.',
  ),
  NOTICE_BEFORE_GO_LIVE: entry(
    409,
    'A5',
    'Notice of {on} lies before Business Go Live of {goLive}.',
    'Give notice on or after go-live.',
  ),
  NO_NOTICE_RUNNING: entry(
    409,
    'S35',
    'No notice for {instanceId} runs on {on}.',
    'Check the instance and the date: only a notice that stands is extended, withdrawn, acknowledged or disputed.',
  ),
  NOTICE_ALREADY_ENDED: entry(
    409,
    'F8',
    'The notice for {instanceId} ended on {endsOn}, and the service with it.',
    'A notice is withdrawn by its end; order the service anew if it is still needed.',
  ),
  NOTICE_ALREADY_ACKNOWLEDGED: entry(
    409,
    'A6',
    'The notice for {instanceId} is acknowledged as received on {receivedOn}.',
    'Use `dispute-notice` where that day is wrong.',
  ),
  EXTENSION_NOT_LATER: entry(409, 'A9', 'The notice ends on {endsOn} already.', 'Send a later `newEndsOn`.'),
  FULL_WHILE_NOTICE_RUNS: entry(
    409,
    'A23',
    'Notice for {instanceId} runs until {endsOn}; full retention means that none runs.',
    'Choose another option, or extend the notice if the service is needed for longer.',
  ),
  NOTICE_WHILE_FULL: entry(
    409,
    'I10',
    'Full retention of {instanceId} stands since {from}.',
    'Change the retention option first.',
  ),
  RETENTION_STANDS: entry(
    409,
    'A22',
    'The option {option} stands for {instanceId}.',
    'Use `change-retention`.',
  ),
  NO_RETENTION_STANDS: entry(
    409,
    'A22',
    'No retention option stands for {instanceId} on {on}.',
    'Use `order-retention` where none was ordered; else check the date.',
  ),
  RETENTION_OVERLAPS: entry(
    409,
    'I11',
    'The option {option} {held}; the new one may not begin on or before that day.',
    'Send a later `from`.',
  ),
  RETENTION_UNAVAILABLE: entry(
    409,
    'A26',
    'Supplier {supplier} offers {option} only until {until}.',
    'End it by then, or choose another option.',
  ),
  SERVICE_NOT_ENDED: entry(
    409,
    'X6',
    'The service of {instanceId} has not ended by {on}: the data of a running system is not destroyed.',
    'Record the end of the service first, or correct the date.',
  ),
  DATA_NOT_APART: entry(
    409,
    'X6',
    'By {on} the service of {instanceId} has not ended and no extract was taken: its data is in the running system alone.',
    'Record the end of the service or the data extract first.',
  ),
  DATA_DESTROYED: entry(
    409,
    'X6',
    'The data and audit trail of {instanceId} were destroyed on {on}.',
    'Check the instance and the date: nobody can hold them after that day.',
  ),
  AUDIT_ACCESS_IMPOSSIBLE: entry(
    409,
    'X6',
    'The data and audit trail of {instanceId} were destroyed on {on}.',
    'No access is possible any more; the register shows who held them until then, and the certificate.',
  ),
  PERIOD_NOT_HELD: entry(
    409,
    'S26',
    '{instanceId} held the records {held}, and none of those from {from} to {until}.',
    'Ask for the audit trail of the system that held the records then: it stays with that system.',
  ),
  ACCESS_REQUEST_UNKNOWN: entry(
    409,
    'S31',
    'The practice has no request {requestId} for an audit trail.',
    'Take the id from `accessRequests` of the practice.',
  ),
  ACCESS_ALREADY_FULFILLED: entry(
    409,
    'S31',
    'The request was fulfilled on {on}.',
    'Make a new request if the audit trail is needed again.',
  ),
  NOT_THE_HOLDER: entry(
    403,
    'S31',
    'On {on} the audit trail of {instanceId} is held by {holder}, not by {org}.',
    'Ask its holder, or record first who holds it.',
  ),
  SERVICE_ALREADY_ENDED: entry(
    409,
    'R8',
    'The service of {instanceId} ended on {on}.',
    'The end on record stands: check the instance and the date.',
  ),
};
