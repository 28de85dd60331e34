import type { BodyOf } from '#domain/practice/commands.js';
import type { correctionRefusals } from '#domain/refusals/correction.js';
import { command, given } from '#testing/decisions.js';
import { patel, reed } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { ExamplesOf, RefusalExample } from './example.js';

const file = given(...workedUntil('noticeGiven')).history.events;
const idOfThe = (type: string) => file.findLast((event) => event.type === type)?.id ?? '';

/** A correction of the notice of W, changed so that it is refused. */
const refused = (changes: Partial<BodyOf<'correct-record'>>, by = patel): RefusalExample => ({
  after: 'noticeGiven',
  refused: command(
    'correct-record',
    {
      effectiveDate: '2009-04-03',
      reason: 'The letter to EMIS is dated 23 March',
      targetEventId: idOfThe('NoticeGiven'),
      field: 'effectiveDate',
      was: '2009-03-20',
      now: '2009-03-23',
      ...changes,
    },
    by,
  ),
});

export const correctionExamples: ExamplesOf<typeof correctionRefusals> = {
  FACT_UNKNOWN: refused({ targetEventId: '00000000-0000-4000-8000-999999999999' }),
  CORRECTION_NOT_YOURS: refused({}, reed),
  CORRECTED_OTHERWISE: refused({ targetEventId: idOfThe('GoLiveDeclared') }, reed),
  FIELD_NOT_CORRECTED: refused({ field: 'instanceId', was: 'E1', now: 'V1' }),
  CORRECTION_DIFFERS: refused({ was: '2009-03-19' }),
  CORRECTION_UNFIT: refused({ now: '2009-02-30' }),
  CORRECTION_BREAKS_RULE: refused({ field: 'endsOn', was: '2009-06-20', now: null }),
};
