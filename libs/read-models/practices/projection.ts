import { bitemporalProjection } from '../rows/projection.js';
import { practiceSpans, SYSTEM_COLUMNS } from './spans.js';

/** Name, commissioner, state and system of every practice on any day as known at any instant. */
export const practicesProjection = bitemporalProjection({
  name: 'practices',
  version: 1,
  tables: [
    {
      table: {
        name: 'practice_span',
        columns: {
          name: 'text',
          commissioner: 'text',
          state: 'text not null',
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
