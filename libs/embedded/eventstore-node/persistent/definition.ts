import type { FilterText } from './filter.js';

/** The settings of a group, as the protocol names them. Times are in milliseconds, sizes in events. */
export interface Settings {
  readonly resolveLinks: boolean;
  readonly extraStatistics: boolean;
  /** A position in the words of `position.ts`: the first event to send, or the end. */
  readonly startFrom: string;
  /** How long a consumer has to answer; 0 or less: until the next tick. */
  readonly messageTimeout: number;
  readonly maxRetryCount: number;
  /** A checkpoint is due after so long; 0: never for the time alone. */
  readonly checkpointAfter: number;
  readonly minCheckpointCount: number;
  readonly maxCheckpointCount: number;
  /** 0: any number. */
  readonly maxSubscriberCount: number;
  readonly liveBufferSize: number;
  readonly readBatchSize: number;
  readonly historyBufferSize: number;
  readonly strategy: string;
}

/** A persistent subscription group as it is created, and kept in the configuration. */
export interface Definition {
  /** The stream it reads, or `$all`. */
  readonly stream: string;
  readonly group: string;
  /** Of a group on `$all`: what it is to be sent. */
  readonly filter?: FilterText;
  readonly settings: Settings;
}

export const ALL = '$all';

/** As whom everybody appears while no credentials are checked. */
export const SYSTEM_USER = 'system';

export const STRATEGIES = ['RoundRobin', 'DispatchToSingle', 'Pinned', 'PinnedByCorrelation'] as const;

/** By what a group is known; it is also the subscription id that its consumers are told. */
export const keyOf = (stream: string, group: string): string => `${stream}::${group}`;

/** The streams in which a group keeps its checkpoint and its parked events. */
export const checkpointStream = (key: string): string => `$persistentsubscription-${key}-checkpoint`;
export const parkedStream = (key: string): string => `$persistentsubscription-${key}-parked`;
