import { standingBodies } from './random-bodies/standing.js';
import { decisionBodies } from './random-bodies/decision.js';
import { deliveryBodies } from './random-bodies/delivery.js';
import { deliveryCaseBodies } from './random-bodies/delivery-cases.js';
import { exitBodies } from './random-bodies/exits.js';
import { windDownBodies } from './random-bodies/wind-down.js';
import { correctionBodies } from './random-bodies/correction.js';
import type { RandomBodies } from './random-bodies/draw.js';

/** A body of each command that has some chance in the state given. */
export const randomBodies: RandomBodies = {
  ...standingBodies,
  ...decisionBodies,
  ...deliveryBodies,
  ...deliveryCaseBodies,
  ...exitBodies,
  ...windDownBodies,
  ...correctionBodies,
};
