import { z } from 'zod';
import { eventId, productId, text } from '../../fields.js';
import { criterionScore, firstPayload, migrationKind, payload } from './fields.js';

/** Whose score it is; the organisation stands beside it, as a PCT may be succeeded. */
const scorer = { by: z.enum(['PR', 'PCT']), org: text(20) };
const candidateScore = {
  candidate: productId,
  ...scorer,
  scores: z.array(criterionScore).min(1),
  /** The mean of the scores by their weights, from 0 to 100, rounded to hundredths. */
  weightedScore: z.number().min(0).max(100),
  comment: text(1000).optional(),
};

/** Events of which system is chosen. */
export const selectionEvents = {
  SelectionStarted: payload({ migrationId: eventId, candidates: z.array(productId).min(1) }),
  CandidateScored: payload({ migrationId: eventId, ...candidateScore }),
  SelectionCompleted: payload({
    migrationId: eventId,
    winner: productId,
    candidates: z.array(productId).min(1),
    participants: z.array(text(20)).min(2),
    /** What each organisation scored each candidate with, where they did. */
    scores: z.array(z.strictObject(candidateScore)).optional(),
    docId: text(100).optional(),
  }),
  SelectionFailed: payload({
    migrationId: eventId,
    reasons: z.array(text(1000)).min(1),
    candidates: z.array(productId).optional(),
    participants: z.array(text(20)).min(2),
    scores: z.array(z.strictObject(candidateScore)).optional(),
  }),
  SystemSelected: firstPayload({
    migrationId: eventId,
    productId,
    kind: migrationKind,
    levelAtDate: z.int().min(0).max(6).nullable(),
    selectionId: eventId.optional(),
  }),
};
