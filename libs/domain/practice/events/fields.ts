import { z } from 'zod';
import { commissionerCode, common, odsCode, pence, supplierId, text } from '../../fields.js';

/** The flags that the first version of an event could carry: its stored shape stays as it was. */
const firstFlag = z.enum([
  'LATE_ENTRY',
  'NO_ORDER',
  'NO_PLANNED_DATE',
  'NO_AGREEMENT',
  'NO_PCT_PRACTICE_AGREEMENT',
  'WITHIN_THREE_YEARS',
  'EXTRACT_AFTER_GO_LIVE',
  'NOTICE_SHORT',
  'RETENTION_BEFORE_SERVICE_END',
]);
export const firstFlags = z.array(firstFlag).optional();
export type FirstFlag = z.infer<typeof firstFlag>;

/** What an accepted fact carries with it (R1, R10): what was missing or late when it was recorded. */
export const flag = z.enum([
  ...firstFlag.options,
  'CHARGED_WITHIN_ALLOWANCE',
  'TAPE_WITHOUT_REASON',
  'EXTRACT_REJECTED',
  'ESTIMATE_UNCLASSIFIED',
  'AGAINST_DETERMINATION',
]);
export type Flag = z.infer<typeof flag>;

/** A flag as it is stored: any code, so that a flag of a later release changes no stored shape. */
const storedFlag = z.string().regex(/^[A-Z][A-Z_]{0,59}$/) as unknown as z.ZodType<Flag>;
export const flags = z.array(storedFlag).optional();

/** The shape of a payload: what every one has, and these fields. */
export const payload = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...common, flags, ...shape });

/** `payload` as the first release stored it, with the flags that there were. */
export const firstPayload = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...common, flags: firstFlags, ...shape });

/** The flags of an event; none where it carries none. */
export const flagsOf = ({ payload }: { readonly payload: object }): readonly Flag[] =>
  (payload as { readonly flags?: readonly Flag[] }).flags ?? [];

/** The roles that may confirm what another proposes (R2). */
export const confirmerRole = z.enum(['PR', 'PCT', 'SUP', 'NAT']);
export type ConfirmerRole = z.infer<typeof confirmerRole>;

/** The parties whose agreement a planned date needs (S17). */
export const dateParty = z.enum(['PR', 'PCT', 'SUP']);
export const migrationKind = z.enum(['SAME_SUPPLIER', 'FRAMEWORK', 'LSP']);
/** National functions that are installed at a practice beside the product's own level (S3, A3). */
export const nationalFunction = z.enum(['CHOOSE_AND_BOOK', 'ETP', 'GP2GP', 'SUMMARY_CARE_RECORD']);
export type NationalFunction = z.infer<typeof nationalFunction>;
/** Under which kind of contract a practice works; the PCT runs a PCTMS practice itself (A1, X9). */
export const contractorType = z.enum(['GMS', 'PMS', 'APMS', 'PCTMS']);
export const extractKind = z.enum(['BACKUP_TAPE', 'DOCUMENTED_DATA_EXTRACT']);

/** The practice’s share of what falls on the local payer, in whole hundredths; the rest is the commissioner’s (A8, R5). */
export const localPayerSplit = z.strictObject({ practicePercent: z.int().min(0).max(100) });

/** Who may pay for a line of an estimate (A3). */
export const estimatePayer = z.enum(['CENTRAL', 'COMMISSIONER', 'PRACTICE', 'LSP_CONTRACT', 'SUPPLIER']);
/** What a line of an estimate says beside its payer (S13, S14). */
export const estimateLine = {
  service: text(200),
  amountPence: pence,
  charge: z.enum(['ONE_OFF', 'ANNUAL']),
  whoPaysRuleId: text(50).optional(),
};

/** A candidate’s score by one criterion of the Selection Process, from 0 to 100, and what that criterion weighs. */
export const criterionScore = z.strictObject({
  criterion: text(200),
  weight: z.int().min(1).max(100),
  score: z.int().min(0).max(100),
});

/** What a dispute is about: a decision of the PCT, or that there is none. */
export const disputeSubject = z.enum(['REFUSAL', 'BUSINESS_CASE', 'CONDITIONS', 'OTHER']);
/** Where a dispute is taken, from the nearest to the last (X7). */
export const DISPUTE_LEVELS = ['GP_BODIES', 'SHA', 'CFH', 'NHSLA'] as const;
export const disputeLevel = z.enum(DISPUTE_LEVELS);
export const disputeOutcome = z.enum(['CHANGE_TO_BE_AGREED', 'REFUSAL_UPHELD', 'OTHER_TERMS', 'WITHDRAWN']);

/** Who holds the data and audit trail of a system (X6). */
export const dataHolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SUPPLIER'), org: supplierId }),
  z.strictObject({ kind: z.literal('PRACTICE'), org: odsCode }),
  z.strictObject({ kind: z.literal('PCT'), org: commissionerCode }),
  z.strictObject({ kind: z.literal('COMMISSIONER'), org: commissionerCode }),
  z.strictObject({ kind: z.literal('OTHER'), name: text(200) }),
]);
export type DataHolder = z.infer<typeof dataHolder>;
export const locationClass = z.enum(['SUPPLIER_SITE', 'PRACTICE_PREMISES', 'NHS_SITE', 'ARCHIVE', 'OTHER']);

/** Why the audit trail is asked for: a class, never a patient (I15). */
export const accessPurpose = z.enum([
  'MEDICO_LEGAL_CLAIM',
  'CORONER',
  'COURT_ORDER',
  'COMPLAINT',
  'SUBJECT_ACCESS',
  'OTHER',
]);
export const accessFailure = z.enum([
  'MEDIA_UNREADABLE',
  'DATA_NOT_FOUND',
  'HOLDER_GONE',
  'SERVICE_NOT_DELIVERED',
  'OTHER',
]);
