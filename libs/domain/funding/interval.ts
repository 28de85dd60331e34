import type { CivilDate } from '../calendar/dates.js';
import type { AccrualBasis } from '../calendar/money.js';
import type { PriceRow } from '../fields.js';

/** A row of an instance's charges: of its supplier's price list, or of a retention service (A3, R6). */
export type FundingRow = PriceRow | 'RETENTION_SINGLE_USER' | 'RETENTION_DATR';

export type Payer = 'CENTRAL' | 'COMMISSIONER' | 'PRACTICE' | 'LSP_CONTRACT';

/**
 * Why a payer pays: R19's codes, and what has been built since (X1, A29, A9).
 * @rule R19
 */
export type FundingReason =
  | 'CALL_OFF'
  | 'BEDDING_IN'
  | 'AFTER_BEDDING_IN'
  | 'NO_CALL_OFF'
  | 'UNFUNDED_NO_ORDER'
  | 'NO_PCT_PRACTICE_AGREEMENT'
  | 'FUNDING_SUSPENDED'
  | 'FUNDING_EXCEPTION'
  | 'ROUTINE_SUPPORT'
  | 'RETENTION'
  | 'LSP';

/** The longest run of days with the same payer, payerOrg, yearly charge and reason code, of one row (R4). */
export interface FundingInterval {
  readonly instanceId: string;
  readonly row: FundingRow;
  readonly from: CivilDate;
  /** Exclusive; null while the interval is open (R7). */
  readonly to: CivilDate | null;
  readonly payer: Payer;
  /** NATIONAL, the commissioner, the practice, or null where none is on file or the LSP's contract pays (R4). */
  readonly payerOrg: string | null;
  /** Pence a year; null, never 0, where no price is on file or the LSP's contract holds it (R6). */
  readonly yearlyPence: number | null;
  readonly penceReason?: 'NO_PRICE';
  /** Where practice and commissioner share the charge: this payer's percent of it. A row then has two intervals (R5). */
  readonly sharePercent?: number;
  /** Where it is not ACT_365F (A33). */
  readonly accrualBasis?: Exclude<AccrualBasis, 'ACT_365F'>;
  readonly reason: FundingReason;
  /** The rule of domain B that decides the payer (R19). */
  readonly rule: string;
  /** The policy set of the anchor date: go-live for a source, the order for a retention, else the first day (B3). */
  readonly policyVersion: string;
  /** One plain English sentence. */
  readonly why: string;
  /** Ids of the events that its dates and payer rest on, the start's first: the practice's, and a suspension's or a lost level's (A29). */
  readonly events: readonly string[];
  /** Ids of the supplier's events that its yearly charge rests on. */
  readonly priceEvents: readonly string[];
}

/** An interval, or a part of one, with what it comes to. Pence are null where no yearly charge is on file. */
export type FundingAmount = FundingInterval & { readonly days: number; readonly pence: number | null };
