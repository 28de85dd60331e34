import { command, confirmed, given } from '#testing/decisions.js';
import { cole, hart, idOf, patel, reed, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { emptyReference } from '../reference.js';
import { noticesOn } from './notice-view.js';
import type { Instance } from './state.js';

const noticed = given(...workedUntil('corrected'));
const extended = given(...workedUntil('extended'));
const viewOn = (on: string, { state } = extended) => noticesOn(state, reference, 'E1', on)[0];

describe('S34 R11: a notice as it stood on a day', () => {
  it('S34: is there from the day on which it was given', () => {
    expect(viewOn('2009-03-19', noticed)).toBeUndefined();
    expect(viewOn('2009-03-20', noticed)).toMatchObject({ noticeId: idOf(26), status: 'RUNNING' });
  });
  it('S34: runs on its last day of service and has ended on the next', () => {
    expect(viewOn('2009-06-20', noticed)).toMatchObject({ endsOn: '2009-06-20', status: 'RUNNING' });
    expect(viewOn('2009-06-21', noticed)).toMatchObject({ endsOn: '2009-06-20', status: 'ENDED' });
  });
  it('A9: is extended from the day of its extension on, which it names', () => {
    expect(viewOn('2009-05-28')).toMatchObject({ endsOn: '2009-06-20', extensions: [] });
    expect(viewOn('2009-05-29')).toMatchObject({
      endsOn: '2009-07-31',
      extensions: [
        {
          on: '2009-05-29',
          newEndsOn: '2009-07-31',
          problemCategory: 'Repeat prescribing',
          events: [idOf(31)],
        },
      ],
      events: [idOf(26), idOf(31)],
    });
  });
  it('A4: names the policy set of its own day, by which its earliest end is counted', () => {
    const [first] = reference.policy.sets;
    const second = {
      ...first!,
      version: 'gpsoc-2',
      from: '2009-03-20',
      parameters: { ...first!.parameters, 'period.months': 4 },
    };
    const later = { ...reference, policy: { ...reference.policy, sets: [first!, second] } };
    expect(noticesOn(noticed.state, later, 'E1', '2009-03-20')).toMatchObject([
      { earliestEndsOn: '2009-07-20', status: 'SHORT', policyVersion: 'gpsoc-2' },
    ]);
    expect(viewOn('2009-03-20', noticed)).toMatchObject({
      earliestEndsOn: '2009-06-20',
      policyVersion: 'gpsoc-1',
    });
  });
  it('A4 A19: counts its earliest end from the go-live on record, also where that was corrected to a later day', () => {
    const to25 = { effectiveDate: '2009-03-25', reason: 'Cutover was on 25 March' };
    const moved = given(...workedUntil('noticeGiven')).and(
      confirmed(command('correct-go-live', to25, patel, '2009-03-26T09:00:00.000Z'), cole),
    );
    expect(viewOn('2009-03-20', moved)).toMatchObject({ earliestEndsOn: '2009-06-25', status: 'SHORT' });
  });
  it('A4 A20: counts it from the go-live that a later rollback took back, on the days before that', () => {
    const back = noticed.and(
      confirmed(command('roll-back', { effectiveDate: '2009-04-30', cause: 'Printing' }, reed), patel),
    );
    const withdrawal = command('withdraw-notice', { effectiveDate: '2009-04-30', instanceId: 'E1' });
    for (const one of [back, back.and(confirmed(withdrawal, hart))])
      expect(viewOn('2009-04-29', one)).toMatchObject({ earliestEndsOn: '2009-06-20', status: 'RUNNING' });
  });
  it('A4 F7: has no earliest end once the go-live is retracted, nor R14: before any policy set is on record', () => {
    const declared = given(...workedUntil('noticeGiven'));
    const targetEventId = declared.history.events.find(({ type }) => type === 'GoLiveDeclared')!.id;
    const never = declared.and(
      confirmed(
        command('retract-go-live', { effectiveDate: '2009-04-01', targetEventId, reason: 'Never' }, patel),
        cole,
      ),
    );
    expect(viewOn('2009-04-01', never)).toMatchObject({ earliestEndsOn: null, latestZeroCostDate: null });
    const { policy } = emptyReference;
    expect(noticesOn(noticed.state, { ...reference, policy }, 'E1', '2009-03-20')).toMatchObject([
      { earliestEndsOn: null, latestZeroCostDate: null, policyVersion: null, status: 'RUNNING' },
    ]);
  });
  it('A6: names what its supplier said of it, each from its own day on', () => {
    const said = noticed.and(
      command(
        'dispute-notice',
        { effectiveDate: '2009-04-03', instanceId: 'E1', grounds: 'No letter' },
        hart,
      ),
      command(
        'acknowledge-notice',
        { effectiveDate: '2009-04-06', instanceId: 'E1', receivedOn: '2009-04-02' },
        hart,
      ),
    );
    const [disputed, acknowledged] = [said.history.events.at(-2)!.id, said.history.events.at(-1)!.id];
    expect(viewOn('2009-04-05', said)).toMatchObject({
      acknowledged: null,
      events: [idOf(26), disputed],
    });
    expect(viewOn('2009-04-05', said)?.disputes).toStrictEqual([
      { on: '2009-04-03', claimedOn: null, grounds: 'No letter', rule: 'A6', events: [disputed] },
    ]);
    expect(viewOn('2009-04-06', said)).toMatchObject({
      acknowledged: { on: '2009-04-06', receivedOn: '2009-04-02', rule: 'A6', events: [acknowledged] },
      events: [idOf(26), acknowledged, disputed],
    });
  });
  it.each([
    ['A12', 'is on no Call-Off', { callOffs: [] }],
    ['A13', 'is under an LSP contract', { contract: 'LSP' as const }],
  ])('%s A7: no day of notice is without local cost where the source %s', (_rule, _why, change) => {
    const { state } = noticed;
    const instances = { ...state.instances, E1: { ...(state.instances.E1 as Instance), ...change } };
    expect(noticesOn({ ...state, instances }, reference, 'E1', '2009-03-20')[0]).toMatchObject({
      earliestEndsOn: '2009-06-20',
      latestZeroCostDate: null,
    });
    expect(viewOn('2009-03-20', noticed)?.latestZeroCostDate).toBe('2009-03-12');
  });
});
