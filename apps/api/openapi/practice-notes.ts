import { changeNotes } from './change-notes.js';
import { correctionNotes } from './correction-notes.js';
import { custodyNotes } from './custody-notes.js';
import { deliveryNotes } from './delivery-notes.js';
import { disputeNotes } from './dispute-notes.js';
import { exitNotes } from './exit-notes.js';
import { liveNotes } from './live-notes.js';
import type { PracticeNotes } from './note.js';
import { organisationNotes } from './organisation-notes.js';
import { standingNotes } from './standing-notes.js';

/** The notes on every command about a practice, in the order in which a change of system meets them. */
export const practiceNotes: PracticeNotes = {
  ...standingNotes,
  ...organisationNotes,
  ...changeNotes,
  ...disputeNotes,
  ...liveNotes,
  ...custodyNotes,
  ...deliveryNotes,
  ...exitNotes,
  ...correctionNotes,
};
