import { fundingTimeline } from '#domain/funding/index.js';
import { given } from '#testing/decisions.js';
import { recorded, reference } from '#testing/fixture.js';
import { workedUntil } from '#testing/worked-data-set.js';
import { practiceSpans } from '../practices/spans.js';
import { evolveReference } from '../reference.js';
import { concerns } from './touched.js';

const { state } = given(...workedUntil('rehomed'));
const effectiveDate = '2009-04-01';
const ofLv = { effectiveDate, productId: 'EMIS.EMIS-LV' };
const published = (stream: string, type: string, payload: object) =>
  recorded({ type, payload }, { id: 'an-event', stream, revision: 99 }, {});
const isConcerned = (stream: string, type: string) =>
  concerns(published(stream, type, {}), new Set(['EMIS']));

describe('What the rows of a practice with systems of EMIS are made anew for', () => {
  it.each([
    ['policy-gpsoc', 'PolicySetPublished'],
    ['supplier-EMIS', 'SystemListed'],
    ['supplier-EMIS', 'LevelAchieved'],
    ['supplier-EMIS', 'LevelWithdrawn'],
    ['supplier-EMIS', 'PriceListPublished'],
    ['supplier-EMIS', 'RetentionTermsPublished'],
    ['supplier-EMIS', 'CentralFundingSuspended'],
    ['supplier-EMIS', 'CentralFundingRestored'],
  ])('what bears on money, state or name: %s, %s', (stream, type) =>
    expect(isConcerned(stream, type)).toBe(true),
  );
  it.each([
    ['supplier-INPS', 'PriceListPublished'],
    ['calloff-5ZZ-EMIS', 'CallOffSigned'],
  ])('not for what is of another supplier or stream: %s, %s', (stream, type) =>
    expect(isConcerned(stream, type)).toBe(false),
  );
  it.each([
    [
      'policy-gpsoc',
      'BusinessCaseTemplatePublished',
      { effectiveDate, version: '1.1', title: 'Template', sections: [] },
    ],
    ['supplier-EMIS', 'SupplierRegistered', { effectiveDate, id: 'EMIS', name: 'EMIS Limited' }],
    ['supplier-EMIS', 'SupplierPlannedL2', { ...ofLv, plannedFor: '2010-04-01' }],
    ['supplier-EMIS', 'SystemWithdrawalAnnounced', { ...ofLv, lastDay: '2009-06-30' }],
    ['supplier-EMIS', 'SupplierCeased', { effectiveDate, successor: 'INPS' }],
    ['supplier-EMIS', 'DataAccessServicesPublished', { effectiveDate, version: '1', services: [] }],
  ])('nor for what changes none of them: %s, %s', (stream, type, payload) => {
    const after = evolveReference(reference, published(stream, type, payload));
    expect(fundingTimeline(state, after)).toEqual(fundingTimeline(state, reference));
    expect(practiceSpans(state, after)).toEqual(practiceSpans(state, reference));
    expect(isConcerned(stream, type)).toBe(false);
  });
});
