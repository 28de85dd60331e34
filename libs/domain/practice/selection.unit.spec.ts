import { command, confirmed, given, inReference } from '#testing/decisions.js';
import { idOf, moss, patel, reed, reference, withSupplier } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import type { Reference } from '../reference.js';

const on = { effectiveDate: '2009-01-09' };
const selection = { ...on, winner: 'INPS.VISION-3', candidates: ['INPS.VISION-3', 'Microtest.EVOLUTION'] };
const vision = { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'FRAMEWORK' } as const;
const later = '2009-01-16T12:10:00.000Z';
const agreed = given(...workedUntil('agreed'));
const completed = given(...workedUntil('selectionCompleted'));

const won = (winner: string) =>
  agreed.and(confirmed(command('complete-selection', { ...on, winner, candidates: [winner] }, patel), reed));

describe('complete-selection', () => {
  it('S16, R2: is proposed by PCT or practice, for the other to confirm', () => {
    agreed.when('complete-selection', selection, patel).thenProposed('PR');
    agreed.when('complete-selection', selection, reed).thenProposed('PCT');
  });
  it('S16, I4: confirmed, it names both organisations as participants', () =>
    agreed
      .and(command('complete-selection', selection, patel))
      .whenConfirmed(reed, later)
      .thenEvents([
        {
          type: 'SelectionCompleted',
          payload: { winner: 'INPS.VISION-3', participants: ['5ZZ', 'A00001'] },
        },
      ]));
  it('S16: a supplier has no part in it', () =>
    agreed.when('complete-selection', selection, moss).thenRefused('ROLE_NOT_ALLOWED'));
  it('S15: not before the PCT agrees', () =>
    given(...workedUntil('submitted'))
      .when('complete-selection', selection)
      .thenRefused('CHANGE_NOT_AGREED'));
  it('S37: not without a request', () =>
    given(...workedUntil('contacted'))
      .when('complete-selection', selection)
      .thenRefused('MIGRATION_NOT_OPEN'));
  it('S16: the winner is a candidate', () =>
    agreed
      .when('complete-selection', { ...selection, candidates: ['Microtest.EVOLUTION'] })
      .thenRefused('WINNER_NOT_A_CANDIDATE'));
  it('S2: the winner is on the register on that day', () =>
    agreed
      .when('complete-selection', { ...on, winner: 'EMIS.EMIS-WEB', candidates: ['EMIS.EMIS-WEB'] })
      .thenRefused('PRODUCT_NOT_LISTED'));
  it('R13: completed so already, on the other party’s asking, adds nothing', () =>
    completed.when('complete-selection', selection, reed).thenNothing());
});

describe('select-system', () => {
  it('S15, S16: the winner of the selection is selected, with its level of that day', () =>
    completed
      .and(command('select-system', vision, reed))
      .whenConfirmed(patel, later)
      .thenEvents([
        {
          type: 'SystemSelected',
          payload: { productId: 'INPS.VISION-3', levelAtDate: 3, selectionId: idOf(12) },
        },
      ]));
  it('R2: either party proposes it', () => {
    completed.when('select-system', vision, reed).thenProposed('PCT');
    completed.when('select-system', vision, patel).thenProposed('PR');
  });
  it('I3, S15: not before the PCT agrees', () =>
    given(...workedUntil('submitted'))
      .when('select-system', vision)
      .thenRefused('CHANGE_NOT_AGREED'));
  it('S16, I4: a Framework system needs the completed selection that names it', () => {
    expect(agreed.when('select-system', vision).decided.decision).toMatchObject({
      refusal: {
        code: 'SELECTION_MISSING',
        because: 'No completed selection of 2009-01-16 or before names INPS.VISION-3 as its winner.',
      },
    });
    won('Microtest.EVOLUTION').when('select-system', vision).thenRefused('SELECTION_MISSING');
  });
  it('S16, R20: a selection id, if sent, is that selection’s', () => {
    const { decision } = completed.when('select-system', { ...vision, selectionId: idOf(11) }).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'SELECTION_MISSING',
        because: `No completed selection ${idOf(11)} of 2009-01-16 or before names INPS.VISION-3 as its winner.`,
      },
    });
    completed.when('select-system', { ...vision, selectionId: idOf(12) }).thenProposed('PCT');
  });
  it('S16, A14: an LSP system needs no selection and no listing', () =>
    agreed
      .and(command('select-system', { ...vision, productId: 'TPP.SYSTMONE', kind: 'LSP' }, reed))
      .whenConfirmed(patel, later)
      .thenEvents([{ type: 'SystemSelected', payload: { kind: 'LSP', levelAtDate: null } }]));
  it('S16, A14: nor does it rest on one that was completed', () => {
    const { decision } = completed
      .and(command('select-system', { ...vision, productId: 'TPP.SYSTMONE', kind: 'LSP' }, reed))
      .whenConfirmed(patel, later).decided;
    expect(decision.kind).toBe('accepted');
    expect(decision).not.toHaveProperty('events.0.payload.selectionId');
  });
  it('S2: a Framework system is on the register', () =>
    completed
      .when('select-system', { ...vision, productId: 'INPS.VISION-360' })
      .thenRefused('PRODUCT_NOT_LISTED'));
  it('I5: at Level 2 or more on the selection date', () => {
    const body = { ...on, productId: 'INPS.VISION-2', name: 'Vision 2' };
    const listed = withSupplier(reference, 'INPS', { name: 'list-system', body });
    const at = (level: number) =>
      withSupplier(listed, 'INPS', {
        name: 'record-level',
        body: { ...on, productId: 'INPS.VISION-2', level },
      });
    const chosenIn = (facts: Reference) =>
      inReference(
        facts,
        ...workedUntil('agreed'),
        confirmed(
          command(
            'complete-selection',
            { ...on, winner: 'INPS.VISION-2', candidates: ['INPS.VISION-2'] },
            patel,
          ),
          reed,
        ),
      ).when('select-system', { ...vision, productId: 'INPS.VISION-2' });
    chosenIn(at(1)).thenRefused('TARGET_LEVEL_TOO_LOW');
    chosenIn(at(2)).thenProposed('PCT');
    expect(chosenIn(listed).decided.decision).toMatchObject({
      refusal: {
        because: 'The product INPS.VISION-2 is at Level 0 on 2009-01-16; selection needs Level 2.',
      },
    });
  });
  it('S15: the kind says whose product it is', () => {
    completed.when('select-system', { ...vision, kind: 'SAME_SUPPLIER' }).thenRefused('SELECTION_KIND_WRONG');
    won('EMIS.EMIS-PCS')
      .when('select-system', { ...vision, productId: 'EMIS.EMIS-PCS' })
      .thenRefused('SELECTION_KIND_WRONG');
  });
  it('R13: selected so already, on the other party’s asking, adds nothing', () =>
    given(...workedUntil('selected'))
      .when('select-system', vision, patel)
      .thenNothing());
  it('A15, S15: another product of the same supplier is a migration', () =>
    won('EMIS.EMIS-PCS')
      .when('select-system', { ...vision, productId: 'EMIS.EMIS-PCS', kind: 'SAME_SUPPLIER' })
      .thenProposed('PCT'));
  it('A15: the product in use is not', () =>
    won('EMIS.EMIS-LV')
      .when('select-system', { ...vision, productId: 'EMIS.EMIS-LV', kind: 'SAME_SUPPLIER' })
      .thenRefused('SAME_PRODUCT'));
  it('S17: another system’s supplier has agreed to no date yet', () => {
    const elsewhere = given(...workedUntil('planned')).and(
      confirmed(command('select-system', { ...vision, productId: 'TPP.SYSTMONE', kind: 'LSP' }, reed), patel),
    );
    expect(elsewhere.state.migrations[0]?.plannedDate).toBeNull();
  });
});
