import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { importer, patel, reed, reference, withParameters, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { Recorded } from '../recorded.js';
import type { Refused } from '../decision.js';
import { referenceRefusal } from './borne-out.js';
import type { PracticeEvent, PracticeEventType } from './events.js';

const installed = given(...workedUntil('installed'));
const live = given(...workedUntil('live'));
/** The last event of that type, with these fields as a correction leaves them. */
const fact = (
  { history }: typeof live,
  type: PracticeEventType,
  fields: object = {},
): Recorded<PracticeEvent> => {
  const event = history.events.findLast((one) => one.type === type)!;
  return { ...event, payload: { ...event.payload, ...fields } } as Recorded<PracticeEvent>;
};
const codeOf = (refused: Refused | null) => refused?.refusal.code ?? null;

describe('R4, S2: what reference facts bear out of a corrected fact', () => {
  it('S2: a level that the product has not any more, where the level or the day is corrected alone', () => {
    const lowered = withSupplier(reference, 'EMIS', {
      name: 'withdraw-level',
      body: { effectiveDate: '2008-05-01', productId: 'EMIS.EMIS-LV', level: 2 },
    });
    const e1 = fact(installed, 'SystemInstanceRegistered', { effectiveDate: '2008-05-01' });
    const refusedFor = (field: string) => codeOf(referenceRefusal(e1, field, installed.state, lowered));
    expect(['level', 'effectiveDate', 'hosting', 'etp'].map(refusedFor)).toEqual([
      'LEVEL_ABOVE_PRODUCT',
      'LEVEL_ABOVE_PRODUCT',
      null,
      null,
    ]);
  });

  it('R4, O2: a commissioner that is not established, but of an import, and where none is named', () => {
    const registered = fact(installed, 'PracticeRegistered', { commissioner: '9ZZ' });
    const { commissioner: _none, ...unnamed } = registered.payload as { readonly commissioner: string };
    const refusedFor = (event: object) =>
      codeOf(referenceRefusal(event as Recorded<PracticeEvent>, 'effectiveDate', installed.state, reference));
    expect(refusedFor(registered)).toBe('COMMISSIONER_UNKNOWN');
    expect(refusedFor({ ...registered, metadata: { ...registered.metadata, actor: importer } })).toBeNull();
    expect(refusedFor({ ...registered, payload: unnamed })).toBeNull();
  });
});

describe('I8: the end of a notice, as it is corrected', () => {
  const refusedFor = (scene: typeof live, endsOn: string | undefined) =>
    codeOf(
      referenceRefusal(
        fact(scene, 'NoticeGiven', { endsOn }),
        'endsOn',
        scene.state,
        scene.history.reference,
      ),
    );
  const notice = { effectiveDate: '2009-03-20', instanceId: 'E1', method: 'Letter' };

  it('I8: is no earlier than its minimum after go-live', () => {
    const noticed = live.and(command('give-notice', notice));
    expect(refusedFor(noticed, '2009-06-19')).toBe('NOTICE_TOO_SHORT');
    expect(refusedFor(noticed, '2009-06-20')).toBeNull();
    expect(refusedFor(noticed, undefined)).toBeNull();
  });

  it('F6, A20: has no minimum once the go-live is rolled back', () => {
    const back = live.and(
      command('give-notice', notice),
      confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause: 'Slow' }, reed), patel),
    );
    expect(refusedFor(back, '2009-06-19')).toBeNull();
  });

  it('A5: has none where the notice was contingent, whose clock starts at go-live', () => {
    const contingent = inReference(
      withParameters(reference, { 'notice.earliest': 'CONTINGENT' }),
      ...workedUntil('replanned'),
      command('give-notice', { ...notice, effectiveDate: '2009-02-27' }),
      ...workedUntil('live').slice(workedUntil('replanned').length),
    );
    expect(refusedFor(contingent, '2009-04-01')).toBeNull();
  });
});
