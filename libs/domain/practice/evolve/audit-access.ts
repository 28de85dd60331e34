import type { AccessRequest, PracticeState } from '../state.js';
import type { Appliers } from './apply.js';

/** How the state follows the events of access to an old system's audit trail. */
export const applyAuditAccess = {
  AuditAccessRequested: (state, entry) => ({
    ...state,
    accessRequests: [...state.accessRequests, { ...entry, fulfilled: null, failures: [] }],
  }),
  AuditAccessFulfilled: (state, entry) => onRequest(state, entry.requestId, () => ({ fulfilled: entry })),
  AuditAccessFailed: (state, entry) =>
    onRequest(state, entry.requestId, ({ failures }) => ({ failures: [...failures, entry] })),
} satisfies Partial<Appliers>;

const onRequest = (
  state: PracticeState,
  requestId: string,
  change: (request: AccessRequest) => Partial<AccessRequest>,
): PracticeState => ({
  ...state,
  accessRequests: state.accessRequests.map((request) =>
    request.requestId === requestId ? { ...request, ...change(request) } : request,
  ),
});
