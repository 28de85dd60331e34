import type { Accepted } from '../report.js';
import { inFile, LEAVES_IT_OUT, NEVER_SO } from './in-file.js';

const practice = (file: string) => inFile(`libs/domain/practice/${file}.ts`);

export const selection: readonly Accepted[] = [
  practice('selection-round')(
    'scoreOf',
    'comment !== undefined && { comment }',
    '{ comment }',
    LEAVES_IT_OUT,
  ),
  practice('selection')(
    'sourceRefusal',
    '!source',
    'false',
    'For the type alone: the source of a migration is on record.',
  ),
  practice('selection-process')(
    'startSelection',
    "state.instances[sourceOn(needed.migration, state, on)]?.productId ?? ''",
    'state.instances[sourceOn(needed.migration, state, on)]?.productId',
    NEVER_SO,
  ),
  practice('decision-status')(
    'countedBy',
    'index > lifted',
    'index >= lifted',
    'At that place is the determination itself, which is no refusal.',
  ),
  practice('dispute')('needDispute', "'ready'", "''", 'Only the other kind, refused, is asked about.'),
];
