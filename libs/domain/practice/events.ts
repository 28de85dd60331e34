import type { z } from 'zod';
import { organisationEvents } from './events/organisation.js';
import { installationEvents } from './events/installation.js';
import { callOffEvents } from './events/call-off.js';
import { decisionEvents } from './events/decision.js';
import { disputeEvents } from './events/dispute.js';
import { selectionEvents } from './events/selection.js';
import { deliveryEvents } from './events/delivery.js';
import { dataAccessEvents } from './events/data-access.js';
import { goLiveEvents } from './events/go-live.js';
import { exitEvents } from './events/exits.js';
import { noticeEvents } from './events/notice.js';
import { retentionEvents } from './events/retention.js';
import { custodyEvents } from './events/custody.js';
import { auditAccessEvents } from './events/audit-access.js';
import { correctionEvents } from './events/correction.js';
import { proposalsEvents } from './events/proposals.js';

/** The current version of every event of a practice's stream, by type (domain C3). Stored shapes are only added to. */
export const practiceEvents = {
  ...organisationEvents,
  ...installationEvents,
  ...callOffEvents,
  ...decisionEvents,
  ...disputeEvents,
  ...selectionEvents,
  ...deliveryEvents,
  ...dataAccessEvents,
  ...goLiveEvents,
  ...exitEvents,
  ...noticeEvents,
  ...retentionEvents,
  ...custodyEvents,
  ...auditAccessEvents,
  ...correctionEvents,
  ...proposalsEvents,
};

export type PracticeEventType = keyof typeof practiceEvents;

/** Any event of a practice's stream. */
export type PracticeEvent = {
  [Type in PracticeEventType]: {
    readonly type: Type;
    readonly payload: z.infer<(typeof practiceEvents)[Type]>;
  };
}[PracticeEventType];

/** The payload of one type of practice event. */
export type PayloadOf<Type extends PracticeEventType> = z.infer<(typeof practiceEvents)[Type]>;
