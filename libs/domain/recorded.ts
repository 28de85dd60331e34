/** What every event of the register is: a type and a JSON-native payload (ISO dates, integer pence). */
export interface DomainEvent {
  readonly type: string;
  readonly payload: object;
}

/**
 * The roles of domain C3: a practice (PR), its PCT or that PCT's successor (PCT), a supplier (SUP), the national
 * team (NAT), an auditor (AUD) and the process manager that imports (PM), which no token can carry (R16).
 */
export const ROLES = ['PR', 'PCT', 'SUP', 'NAT', 'AUD', 'PM'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who acted: the person, whose name stays as evidence (R18), the role, the organisation, and the organisation acted for
 * where it is another (I2).
 * @rule R18
 */
export interface Actor {
  readonly sub: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly onBehalfOf?: string;
}

/**
 * What is kept beside each event's payload (architecture §3.6). `recordedAt` is a UTC instant, never a client's (I12).
 * @rule I12
 */
export interface Envelope {
  readonly commandId: string;
  /** The command's kebab-case name, which is also its route. */
  readonly command: string;
  /**
   * Of the whole request and its actor: tells a reused key from a retry (I16).
   * @rule I16
   */
  readonly commandHash: string;
  /** Of what R13 compares: organisation, command, effective date and content. */
  readonly requestHash?: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Who asked; of a proposal that was confirmed, its author. */
  readonly actor: Actor;
  /** The other party or person of a command of two (R2). */
  readonly confirmedBy?: Actor;
  readonly recordedAt: string;
  readonly schemaVersion: number;
  /** The revision of each reference stream that the decision relied on. */
  readonly basis: Readonly<Record<string, number>>;
  readonly policyVersion?: string;
  /**
   * Present on events of the scripted clock (R17).
   * @rule R17
   */
  readonly scripted?: true;
}

/** An event as it stands in its stream. `position` is its commit position in `$all`. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly metadata: Envelope;
};
