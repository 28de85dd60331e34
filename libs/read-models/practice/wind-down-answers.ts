import { z } from 'zod';
import { dayOrNull, fact, listOf } from './fields.js';

/** A notice to the supplier of an old system as it stood on a day. */
export const notice = z.object({
  noticeId: z.string(),
  instanceId: z.string(),
  supplier: z.string(),
  givenOn: z.string(),
  endsOn: dayOrNull,
  earliestEndsOn: dayOrNull,
  extensions: listOf(
    z.object({
      on: z.string(),
      newEndsOn: z.string(),
      problemCategory: z.string(),
      events: listOf(z.string()),
    }),
  ),
  acknowledged: z.object({ on: z.string(), receivedOn: z.string(), ...fact }).nullable(),
  disputes: listOf(z.object({ on: z.string(), claimedOn: dayOrNull, grounds: z.string(), ...fact })),
  withdrawn: z.object({ on: z.string(), ...fact }).nullable(),
  status: z.enum(['CONTINGENT', 'RUNNING', 'SHORT', 'ENDED', 'WITHDRAWN', 'LAPSED']),
  latestZeroCostDate: dayOrNull,
  policyVersion: z.string().nullable().meta({
    description:
      'The policy set of the day of notice, by which `earliestEndsOn` and `status` are told; `latestZeroCostDate` goes by that of go-live, which `beddingIn` names',
  }),
  ...fact,
});

const holder = z
  .object({ kind: z.string(), org: z.string().optional(), name: z.string().optional() })
  .nullable();

const basis = z.enum(['SERVICE', 'RETENTION', 'RECORDED', 'GAP', 'DESTROYED']);

/** Who held the data and audit trail of each instance, and on which days. */
export const custody = listOf(
  z.object({
    instanceId: z.string(),
    spans: listOf(
      z.object({
        from: z.string(),
        until: dayOrNull,
        basis,
        holder,
        locationClass: z.string().nullable(),
        format: z.string().nullable(),
        mediaRef: z.string().nullable(),
        reviewBy: dayOrNull,
        ...fact,
      }),
    ),
  }),
);

/** With whom the audit trail of each period is on the day (S26). */
export const auditTrails = listOf(
  z.object({
    instanceId: z.string(),
    recordsFrom: z.string(),
    recordsUntil: dayOrNull,
    basis,
    holder,
    ...fact,
  }),
);

/** The requests for an audit trail, with what came of each. */
export const accessRequests = listOf(
  z.object({
    requestId: z.string(),
    instanceId: z.string(),
    on: z.string(),
    purposeClass: z.string(),
    period: z.object({ from: z.string(), until: z.string() }),
    onWhoseAuthority: z.string(),
    status: z.enum(['OPEN', 'FULFILLED', 'FAILED']),
    fulfilled: z
      .object({
        on: z.string(),
        chargePence: z.int(),
        nthOfFreeAllowance: z.int().nullable(),
        freeAllowance: z.int().nullable(),
        ...fact,
      })
      .nullable(),
    failures: listOf(z.object({ on: z.string(), cause: z.string(), ...fact })),
    ...fact,
  }),
);
