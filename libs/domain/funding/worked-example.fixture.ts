import { told, type Told } from './funding.fixture.js';

const migrationId = '00000000-0000-4000-8000-000000000001';
const noticeId = '00000000-0000-4000-8000-000000000002';
const local = { contract: 'GPSOC', hosting: 'LOCAL_SERVER', chooseAndBook: true, etp: true } as const;

/** The events of W (domain D0) on which funding rests, one by one, for specs to leave out or change. */
export const registered = told('PracticeRegistered', {
  effectiveDate: '2006-10-01',
  ods: 'A00001',
  name: 'Fictional Surgery',
  commissioner: '5ZZ',
});
/** Without it nothing is centrally funded (X1). */
export const agreement = told('PctPracticeAgreementSigned', { effectiveDate: '2008-04-01', pct: '5ZZ' });
export const e1 = told('SystemInstanceRegistered', {
  effectiveDate: '2008-04-01',
  instanceId: 'E1',
  productId: 'EMIS.EMIS-LV',
  supplier: 'EMIS',
  level: 3,
  ...local,
});
export const e1Joined = (effectiveDate = '2008-04-01'): Told =>
  told('PracticeJoinedCallOff', { effectiveDate, pct: '5ZZ', supplier: 'EMIS', instanceId: 'E1' });
export const requested = told('MigrationRequested', {
  effectiveDate: '2008-11-10',
  migrationId,
  ods: 'A00001',
  sourceInstanceId: 'E1',
  reasons: ['better recall'],
  yearsSinceLastGoLive: null,
});
export const selected = (kind: 'FRAMEWORK' | 'LSP'): Told =>
  told('SystemSelected', {
    effectiveDate: '2009-01-16',
    migrationId,
    productId: 'INPS.VISION-3',
    kind,
    levelAtDate: 3,
  });
export const ordered = (effectiveDate = '2009-01-26'): Told =>
  told('MigrationOrderPlaced', {
    effectiveDate,
    migrationId,
    trackingRef: 'T-0001',
    services: [{ service: 'Deployment' }],
    pricesSnapshot: [],
  });
export const v1 = told('SystemInstanceRegistered', {
  effectiveDate: '2009-03-09',
  instanceId: 'V1',
  productId: 'INPS.VISION-3',
  supplier: 'INPS',
  level: 3,
  ...local,
  migrationId,
});
export const v1Joined = (effectiveDate = '2009-03-09'): Told =>
  told('PracticeJoinedCallOff', { effectiveDate, pct: '5ZZ', supplier: 'INPS', instanceId: 'V1' });
export const wentLive = (effectiveDate: string): Told =>
  told('GoLiveDeclared', {
    effectiveDate,
    migrationId,
    sourceInstanceId: 'E1',
    targetInstanceId: 'V1',
    plannedDate: '2009-03-12',
  });
export const rolledBack = (effectiveDate: string): Told =>
  told('MigrationRolledBack', {
    effectiveDate,
    migrationId,
    sourceInstanceId: 'E1',
    targetInstanceId: 'V1',
    cause: 'prescriptions fail',
  });
export const retracted = (effectiveDate: string): Told =>
  told('GoLiveRetracted', {
    effectiveDate,
    migrationId,
    targetEventId: '00000000-0000-4000-8000-000000000003',
    reason: 'never happened',
  });
export const corrected = told('GoLiveCorrected', {
  effectiveDate: '2009-03-12',
  migrationId,
  targetEventId: '00000000-0000-4000-8000-000000000003',
  was: { on: '2009-03-11' },
  now: { on: '2009-03-12', cutoverTime: '08:00' },
});
export const noticeGiven = told('NoticeGiven', {
  effectiveDate: '2009-03-20',
  noticeId,
  instanceId: 'E1',
  supplier: 'EMIS',
  method: 'letter',
  minMonths: 3,
  endsOn: '2009-06-20',
  earliestEndsOn: '2009-06-20',
});
export const extended = (newEndsOn = '2009-07-31'): Told =>
  told('NoticeExtended', {
    effectiveDate: '2009-05-29',
    noticeId,
    instanceId: 'E1',
    newEndsOn,
    problemCategory: 'repeat prescribing',
  });
export const retentionOrdered = told('RetentionOrdered', {
  effectiveDate: '2009-03-20',
  instanceId: 'E1',
  option: 'SINGLE_USER',
  payer: 'COMMISSIONER',
  priceSnapshot: null,
});
export const serviceEnded = (effectiveDate = '2009-07-31'): Told =>
  told('SourceServiceEnded', { effectiveDate, instanceId: 'E1' });
export const retentionChanged = told('RetentionOptionChanged', {
  effectiveDate: '2011-09-30',
  instanceId: 'E1',
  option: 'DATR',
  from: '2011-10-01',
  payer: 'COMMISSIONER',
  priceSnapshot: null,
  was: 'SINGLE_USER',
});
export const successorFrom2013 = told('PracticeCommissionerChanged', {
  effectiveDate: '2013-04-01',
  from: '5ZZ',
  to: '99Z',
  legalDate: '2013-04-01',
});

/** W until the order, with V1 registered and joined: everything before Business Go Live. */
export const beforeGoLive: readonly Told[] = [
  registered,
  agreement,
  e1,
  e1Joined(),
  requested,
  ordered(),
  v1,
  v1Joined(),
];
export const asKnownOn25March: readonly Told[] = [
  ...beforeGoLive,
  wentLive('2009-03-11'),
  noticeGiven,
  retentionOrdered,
];
export const asKnownOn3April: readonly Told[] = [...asKnownOn25March, corrected];
export const withoutNotice: readonly Told[] = [...beforeGoLive, wentLive('2009-03-11'), corrected];
/** The whole of W. */
export const w: readonly Told[] = [
  ...asKnownOn3April,
  extended(),
  serviceEnded(),
  retentionChanged,
  successorFrom2013,
];
