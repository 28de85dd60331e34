import { civilDate, commissionerCode, text } from '../../fields.js';
import { body } from './fields.js';

/** What the commands take that are about what the practice is and who commissions it. */
export const organisationCommands = {
  'register-practice': body({ name: text(200), commissioner: commissionerCode.optional() }),
  'change-commissioner': body({
    from: commissionerCode.optional(),
    to: commissionerCode,
    operationalDate: civilDate.optional(),
  }),
};
