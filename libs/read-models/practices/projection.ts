import { bitemporalProjection } from '../rows/projection.js';
import { practiceSpans, SYSTEM_COLUMNS } from './spans.js';

/** Name, commissioner, state, cover by a Call-Off and system of every practice on any day as known at any instant. */
export const practicesProjection = bitemporalProjection({
  name: 'practices',
  version: 2,
  tables: [
    {
      table: {
        name: 'practice_span',
        columns: {
          name: 'text',
          commissioner: 'text',
          state: 'text not null',
          on_call_off: 'boolean not null',
          ...SYSTEM_COLUMNS,
          events: 'uuid[] not null',
        },
        distinct: [],
        indexes: ['(commissioner)'],
      },
      rows: practiceSpans,
    },
  ],
  onlyWithInstances: false,
});
