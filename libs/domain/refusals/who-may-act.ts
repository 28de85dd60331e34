import { entry } from './entry.js';

/** Refusals about who may act. */
export const whoMayActRefusals = {
  ROLE_NOT_ALLOWED: entry(
    403,
    'C3',
    'The role {role} may not {command}.',
    'Ask one of the roles that may: {allowed}.',
  ),
  NOT_YOUR_PRACTICE: entry(
    403,
    'I2',
    'Practice {ods} is not {whose}.',
    'A practice acts for itself and for one that it succeeded, a PCT for practices that are its own on the effective date: check the code, the date and your organisation.',
  ),
  NOT_YOUR_SYSTEM: entry(
    403,
    'I8',
    'The system concerned is not one of supplier {org}.',
    'Of suppliers only that system’s own may do this: check your organisation.',
  ),
  SECOND_PERSON_REQUIRED: entry(
    403,
    'I14',
    'A proposal is not confirmed by one who made it or has confirmed it before.',
    'Where it is open, ask {confirmer} to confirm or decline it with a token of their own.',
  ),
  PROPOSAL_NOT_YOURS: entry(
    403,
    'R2',
    'This proposal is for {confirmer}.',
    'Where it is open, ask them to confirm or decline it with a token of their own.',
  ),
  PROPOSAL_UNKNOWN: entry(
    404,
    'R2',
    'There is no proposal {proposalId} in this practice’s file.',
    'Take the id from the open proposals of the practice.',
  ),
  PROPOSAL_CLOSED: entry(
    409,
    'R2',
    'The proposal {proposalId} was {outcome}.',
    'Make a new proposal if one is needed.',
  ),
};
