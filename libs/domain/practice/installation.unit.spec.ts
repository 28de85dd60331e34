import { command, confirmed, given, inReference } from '#testing/decisions.js';
import {
  hart,
  idOf,
  otherPct,
  patel,
  reed,
  reference,
  successor,
  withCallOff,
  withCommissioner,
  withSupplier,
} from '#testing/fixture.js';
import { practiceAnswer } from './answer.js';
import { installed as asInstalled, workedMigrationId, workedUntil } from '#testing/worked-data-set.js';

const day = { effectiveDate: '2008-05-01' };
const vision = {
  ...day,
  instanceId: 'V9',
  productId: 'INPS.VISION-3',
  level: 3,
  contract: 'GPSOC',
  hosting: 'LOCAL_SERVER',
  chooseAndBook: true,
  etp: true,
} as const;
const join = { ...day, instanceId: 'V9' };
const installed = given(...workedUntil('installed'));
const withVision = (changes: object) =>
  installed.and(command('register-instance', { ...vision, ...changes }));

/** W’s practice once 99Z has succeeded its PCT. */
const rehomed = inReference(
  withCommissioner(reference, '5ZZ', {
    name: 'record-succession',
    body: { effectiveDate: '2013-04-01', to: '99Z' },
  }),
  ...workedUntil('installed'),
  command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' }),
);

describe('register-instance', () => {
  it('R20: derives the supplier from the product', () =>
    installed
      .when('register-instance', vision)
      .thenEvents([{ type: 'SystemInstanceRegistered', payload: { instanceId: 'V9', supplier: 'INPS' } }]));
  it('S2: the level may not exceed the listed product’s on that day', () =>
    installed
      .when('register-instance', { ...vision, productId: 'EMIS.EMIS-PCS', level: 3 })
      .thenRefused('LEVEL_ABOVE_PRODUCT'));
  it('S2: a listed product for which no level is on record has Level 0', () => {
    const listed = withSupplier(reference, 'INPS', {
      name: 'list-system',
      body: { ...day, productId: 'INPS.VISION-2', name: 'Vision 2' },
    });
    const { decision } = inReference(listed, ...workedUntil('installed')).when('register-instance', {
      ...vision,
      productId: 'INPS.VISION-2',
      level: 1,
    }).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'LEVEL_ABOVE_PRODUCT',
        because: 'The product INPS.VISION-2 is at Level 0 on 2008-05-01, not 1.',
      },
    });
  });
  it('R13: registered so already, a successor’s asking adds nothing', () =>
    rehomed
      .when(
        'register-instance',
        { effectiveDate: '2008-04-01', instanceId: 'E1', productId: 'EMIS.EMIS-LV', ...asInstalled },
        successor,
        '2013-05-01T12:00:00.000Z',
      )
      .thenNothing());
  it('S4, A28: an unlisted product is accepted as a fact', () =>
    installed
      .when('register-instance', { ...vision, productId: 'Seetec.GP-ENTERPRISE', level: 1 })
      .thenEvents([{ type: 'SystemInstanceRegistered', payload: { supplier: 'Seetec', level: 1 } }]));
  it('R20: an id stands for one instance of the practice', () => {
    withVision({})
      .when('register-instance', { ...vision, etp: false })
      .thenRefused('INSTANCE_ID_TAKEN');
    withVision({})
      .when('register-instance', { ...vision, reason: 'Sent again' })
      .thenNothing();
  });
  it('I3: a migration’s target is the product that it selected', () => {
    const target = { ...vision, effectiveDate: '2009-02-01', migrationId: workedMigrationId };
    const selected = given(...workedUntil('selected'));
    selected
      .when('register-instance', target)
      .thenEvents([{ type: 'SystemInstanceRegistered', payload: { migrationId: workedMigrationId } }]);
    selected
      .when('register-instance', { ...target, productId: 'EMIS.EMIS-PCS', level: 2 })
      .thenRefused('NOT_THE_SELECTED_SYSTEM');
    given(...workedUntil('agreed'))
      .when('register-instance', target)
      .thenRefused('SYSTEM_NOT_SELECTED');
    selected.when('register-instance', { ...target, migrationId: idOf(99) }).thenRefused('MIGRATION_UNKNOWN');
  });
  it('S16, I4, A14: what was selected as LSP is no GPSoC target, nor the other way round', () => {
    const lsp = { effectiveDate: '2009-01-16', productId: 'INPS.VISION-3', kind: 'LSP' } as const;
    const selectedAsLsp = given(...workedUntil('agreed')).and(
      confirmed(command('select-system', lsp, reed), patel),
    );
    const target = { ...vision, effectiveDate: '2009-02-01', migrationId: workedMigrationId };
    selectedAsLsp.when('register-instance', target).thenRefused('NOT_THE_SELECTED_SYSTEM');
    selectedAsLsp
      .when('register-instance', { ...target, contract: 'LSP' })
      .thenEvents([{ type: 'SystemInstanceRegistered', payload: { contract: 'LSP' } }]);
    given(...workedUntil('selected'))
      .when('register-instance', { ...target, contract: 'LSP' })
      .thenRefused('NOT_THE_SELECTED_SYSTEM');
  });
  it('I1, R6: of a migration that was refused and closed no target is registered any more', () => {
    const closed = given(...workedUntil('needDecided')).and(
      command('refuse-change', { effectiveDate: '2008-12-01', grounds: ['Cost'] }),
      command('retain-system', { effectiveDate: '2008-12-02', instanceId: 'E1' }),
    );
    closed
      .when('register-instance', { ...vision, migrationId: workedMigrationId })
      .thenRefused('MIGRATION_UNKNOWN');
  });
});

describe('join-call-off', () => {
  it('S7: the practice’s PCT covers the instance by its Call-Off with the supplier', () =>
    withVision({})
      .when('join-call-off', join)
      .thenEvents([
        { type: 'PracticeJoinedCallOff', payload: { pct: '5ZZ', supplier: 'INPS', instanceId: 'V9' } },
      ]));
  it('S3: names the level first', () => {
    const lowly = withSupplier(
      withSupplier(reference, 'INPS', {
        name: 'list-system',
        body: { ...day, productId: 'INPS.VISION-2', name: 'Vision 2' },
      }),
      'INPS',
      { name: 'record-level', body: { ...day, productId: 'INPS.VISION-2', level: 1 } },
    );
    const bare = { ...vision, level: 1, chooseAndBook: false, etp: false };
    const { decision } = inReference(
      lowly,
      ...workedUntil('installed'),
      command('register-instance', { ...bare, productId: 'INPS.VISION-2' }),
    ).when('join-call-off', join).decided;
    expect(decision).toMatchObject({
      refusal: {
        code: 'LEVEL_TOO_LOW',
        because: 'INPS.VISION-2 is at Level 1 on 2008-05-01; sign-up needs Level 2.',
      },
    });
    withVision({ level: 1 }).when('join-call-off', join).thenRefused('LEVEL_TOO_LOW');
    expect(
      withVision({ productId: 'Seetec.GP-ENTERPRISE' }).when('join-call-off', join).decided.decision,
    ).toMatchObject({
      refusal: {
        code: 'LEVEL_TOO_LOW',
        because: 'Seetec.GP-ENTERPRISE is at Level 0 on 2008-05-01; sign-up needs Level 2.',
      },
    });
  });
  it('S3: says that it is the installation whose level is too low, which an upgrade mends', () =>
    expect(withVision({ level: 1 }).when('join-call-off', join).decided.decision).toMatchObject({
      refusal: {
        because: 'V9 is installed at Level 1 on 2008-05-01; sign-up needs Level 2.',
        remedy:
          'Where the product has Level 2, record the upgrade to it with upgrade-system; else wait for it, or begin a migration to a Level 2 system.',
      },
    }));
  it('S3: then Choose and Book, then ETP', () => {
    withVision({ chooseAndBook: false, etp: false })
      .when('join-call-off', join)
      .thenRefused('CHOOSE_AND_BOOK_MISSING');
    withVision({ etp: false }).when('join-call-off', join).thenRefused('ETP_MISSING');
  });
  it('S3: says on which day Choose and Book, or ETP, is not installed', () => {
    const because = (missing: object) => withVision(missing).when('join-call-off', join).decided.decision;
    expect(because({ chooseAndBook: false })).toMatchObject({
      refusal: { because: 'Choose and Book is not installed with V9 on 2008-05-01.' },
    });
    expect(because({ etp: false })).toMatchObject({
      refusal: { because: 'ETP is not installed with V9 on 2008-05-01.' },
    });
  });
  it('A30: needs a Call-Off of this PCT with this supplier', () =>
    withVision({ productId: 'Microtest.EVOLUTION', level: 2 })
      .when('join-call-off', join)
      .thenRefused('CALL_OFF_MISSING'));
  it('S7: a Call-Off signed later does not reach back', () =>
    inReference(
      withCallOff(reference, '5ZZ', 'Microtest', '2008-06-01'),
      ...workedUntil('installed'),
      command('register-instance', { ...vision, productId: 'Microtest.EVOLUTION', level: 2 }),
    )
      .when('join-call-off', join)
      .thenRefused('CALL_OFF_MISSING'));
  it('R4: a successor uses the Call-Off that it took over', () => {
    const on = { effectiveDate: '2013-05-01' };
    const succeeded = withCommissioner(reference, '5ZZ', {
      name: 'record-succession',
      body: { effectiveDate: '2013-04-01', to: '99Z' },
    });
    const rehomed = [
      ...workedUntil('installed'),
      command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' }),
      command('register-instance', { ...vision, ...on }, successor),
    ];
    inReference(succeeded, ...rehomed)
      .when('join-call-off', { ...join, ...on }, successor)
      .thenEvents([{ type: 'PracticeJoinedCallOff', payload: { pct: '5ZZ' } }]);
    inReference(reference, ...rehomed)
      .when('join-call-off', { ...join, ...on }, successor)
      .thenRefused('CALL_OFF_MISSING');
  });
  it('S7: an instance joins once', () => {
    const joined = withVision({}).and(command('join-call-off', join));
    joined.when('join-call-off', { ...join, effectiveDate: '2008-06-01' }).thenRefused('ALREADY_ON_CALL_OFF');
    joined.when('join-call-off', { ...join, reason: 'Sent again' }).thenNothing();
  });
  it('R13: joined on that day already adds nothing, on a successor’s asking too', () =>
    rehomed
      .when(
        'join-call-off',
        { effectiveDate: '2008-04-01', instanceId: 'E1' },
        successor,
        '2013-05-01T12:00:00.000Z',
      )
      .thenNothing());
  it('R4: a successor’s own Call-Off goes before the one that it took over', () => {
    const on = { effectiveDate: '2013-05-01' };
    const owning = withCallOff(rehomed.history.reference, '99Z', 'INPS', '2013-04-01');
    inReference(
      owning,
      ...workedUntil('installed'),
      command('change-commissioner', { effectiveDate: '2013-04-01', to: '99Z' }),
      command('register-instance', { ...vision, ...on }, successor),
    )
      .when('join-call-off', { ...join, ...on }, successor)
      .thenEvents([{ type: 'PracticeJoinedCallOff', payload: { pct: '99Z' } }]);
  });
  it('R6: not after the instance’s last day', () => {
    const ended = withVision({}).and(
      command('end-source-service', { effectiveDate: '2008-06-30', instanceId: 'V9' }),
    );
    ended
      .when('join-call-off', { ...join, effectiveDate: '2008-06-30' })
      .thenEvents([{ type: 'PracticeJoinedCallOff' }]);
    ended.when('join-call-off', { ...join, effectiveDate: '2008-07-01' }).thenRefused('INSTANCE_NOT_IN_LIFE');
  });
  it('R6: not outside the instance’s time', () =>
    withVision({})
      .when('join-call-off', { ...join, effectiveDate: '2008-04-30' })
      .thenRefused('INSTANCE_NOT_IN_LIFE'));
  it('A14: an LSP system joins none', () =>
    withVision({ contract: 'LSP' }).when('join-call-off', join).thenRefused('LSP_NEEDS_NO_CALL_OFF'));
  it('S6: an instance that is not there is named', () =>
    installed.when('join-call-off', join).thenRefused('INSTANCE_UNKNOWN'));
  it('I2: only the practice’s own PCT', () => {
    withVision({}).when('join-call-off', join, otherPct).thenRefused('NOT_YOUR_PRACTICE');
    withVision({}).when('join-call-off', join, hart).thenRefused('ROLE_NOT_ALLOWED');
  });
});

describe('confirm-installed', () => {
  const confirm = { ...day, instanceId: 'V9', function: 'ETP' } as const;
  const without = withVision({ chooseAndBook: false, etp: false });
  it('S3: a function counts from its day', () => {
    const confirmed = without.and(
      command('confirm-installed', { ...confirm, function: 'CHOOSE_AND_BOOK' }),
      command('confirm-installed', { ...confirm, effectiveDate: '2008-06-01' }),
    );
    confirmed.when('join-call-off', { ...join, effectiveDate: '2008-05-31' }).thenRefused('ETP_MISSING');
    confirmed
      .when('join-call-off', { ...join, effectiveDate: '2008-06-01' })
      .thenEvents([{ type: 'PracticeJoinedCallOff' }]);
  });
  it('S3: what is installed by then adds nothing', () => {
    without.when('confirm-installed', confirm).thenEvents([{ type: 'NationalFunctionInstalled' }]);
    withVision({})
      .when('confirm-installed', { ...confirm, effectiveDate: '2008-06-01' })
      .thenNothing();
  });
  it('R6: with a system that is at the practice on that day', () => {
    without
      .when('confirm-installed', { ...confirm, effectiveDate: '2008-04-30' })
      .thenRefused('INSTANCE_NOT_IN_LIFE');
    const ended = without.and(
      command('end-source-service', { effectiveDate: '2008-06-30', instanceId: 'V9' }),
    );
    ended
      .when('confirm-installed', { ...confirm, effectiveDate: '2008-06-30' })
      .thenEvents([{ type: 'NationalFunctionInstalled' }]);
    ended
      .when('confirm-installed', { ...confirm, effectiveDate: '2008-07-01' })
      .thenRefused('INSTANCE_NOT_IN_LIFE');
    without.when('confirm-installed', { ...confirm, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN');
  });
});

describe('upgrade-system', () => {
  const upgrade = { effectiveDate: '2008-09-01', instanceId: 'E1', version: '5.2' };
  it('R13: upgraded so on that day already, the practice’s asking after the PCT adds nothing', () => {
    const upgraded = installed.and(command('upgrade-system', upgrade, patel));
    upgraded.when('upgrade-system', upgrade, reed).thenNothing();
    upgraded
      .when('upgrade-system', { ...upgrade, version: '5.3' }, reed)
      .thenEvents([{ type: 'SystemUpgraded' }]);
  });
  it('A15: the same product in a new version begins no migration, notice or retention', () => {
    installed.when('upgrade-system', upgrade).thenEvents([{ type: 'SystemUpgraded' }]);
    const { state } = installed.and(command('upgrade-system', { ...upgrade, level: 2 }));
    expect(state.migrations).toEqual([]);
    expect(state.notices).toEqual([]);
    const [e1] = practiceAnswer(state, reference, '2008-09-01', true)?.instances ?? [];
    expect(e1).toMatchObject({ version: '5.2', level: 2 });
    const [before] = practiceAnswer(state, reference, '2008-08-31', true)?.instances ?? [];
    expect(before).toMatchObject({ version: null, level: 3 });
  });
  it('S2: its level may not exceed the product’s', () =>
    installed.when('upgrade-system', { ...upgrade, level: 4 }).thenRefused('LEVEL_ABOVE_PRODUCT'));
  it('A15, R6: of a system that is at the practice, by the PCT or the practice', () => {
    installed
      .when('upgrade-system', { ...upgrade, effectiveDate: '2008-03-31', reason: 'Late' })
      .thenRefused('INSTANCE_NOT_IN_LIFE');
    installed.when('upgrade-system', { ...upgrade, instanceId: 'X1' }).thenRefused('INSTANCE_UNKNOWN');
    installed.when('upgrade-system', upgrade, reed).thenEvents([{ type: 'SystemUpgraded' }]);
    installed.when('upgrade-system', upgrade, hart).thenRefused('ROLE_NOT_ALLOWED');
  });
});

describe('record-pct-practice-agreement', () => {
  it('C3: names the PCT and stands once', () => {
    const registered = given(...workedUntil('registered'));
    registered
      .when('record-pct-practice-agreement', { effectiveDate: '2008-04-01' }, patel)
      .thenEvents([{ type: 'PctPracticeAgreementSigned', payload: { pct: '5ZZ' } }]);
    installed.when('record-pct-practice-agreement', { effectiveDate: '2008-04-01' }, patel).thenNothing();
    installed
      .when('record-pct-practice-agreement', { effectiveDate: '2008-06-01' }, patel)
      .thenEvents([{ type: 'PctPracticeAgreementSigned' }]);
  });
});
