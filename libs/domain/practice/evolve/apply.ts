import type { Recorded } from '../../recorded.js';
import type { PracticeEventType } from '../events.js';
import type { Entry, PracticeState } from '../state.js';

/** The state after one more event of a type: its payload with where it stands, and the event as recorded. */
export type Apply<Type extends PracticeEventType> = (
  state: PracticeState,
  entry: Entry<Type>,
  event: Recorded,
) => PracticeState;

/** How the state follows each type of event. */
export type Appliers = { readonly [Type in PracticeEventType]: Apply<Type> };
