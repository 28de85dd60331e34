import { auditor, idOf, national, patel, publishedAtFirstStart, recorded } from '#testing/fixture.js';
import { policyCommands, type PolicyCommand } from './commands.js';
import { decidePolicy } from './decide.js';
import type { PolicyParameters } from './events.js';
import { firstStart } from './first-start.js';
import { evolvePolicy, initialPolicy, policyFor, policyOn, templateOn } from './state.js';

const published = firstStart.find(
  (command) => command.name === 'publish-policy-set',
) as PolicyCommand<'publish-policy-set'>;
const { policy } = publishedAtFirstStart;
const decide = (
  changes: Partial<PolicyCommand<'publish-policy-set'>['body']>,
  state = policy,
  actor = national,
) => decidePolicy({ ...published, body: { ...published.body, ...changes } }, state, { actor });
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('publish-business-case-template', () => {
  const body = {
    effectiveDate: '2008-04-01',
    version: '1.0',
    title: 'An example template',
    sections: [{ title: 'Estimated costs', guidance: 'Name each service and who pays for it' }],
  };
  const publish = (changes: Partial<typeof body>, state = policy, actor = national) =>
    decidePolicy({ name: 'publish-business-case-template', body: { ...body, ...changes } }, state, { actor });
  const after = (state: typeof policy, ...decisions: ReturnType<typeof publish>[]) =>
    decisions
      .flatMap((decision) => (decision.kind === 'accepted' ? decision.events : []))
      .map((event, n) => recorded(event, { id: idOf(n), stream: 'policy-gpsoc', revision: n }, {}))
      .reduce(evolvePolicy, state);

  it('S12: each version from its effective date on; none is published at first start', () => {
    expect(policy.templates).toEqual([]);
    const both = after(policy, publish({ version: '1.1', effectiveDate: '2009-01-01' }), publish({}));
    expect(templateOn(both, '2008-03-31')).toBeUndefined();
    expect(templateOn(both, '2008-12-31')).toMatchObject({ version: '1.0', sections: body.sections });
    expect(templateOn(both, '2009-01-01')?.version).toBe('1.1');
    expect(both.sets).toEqual(policy.sets);
  });
  it('I13, S12: a version never changes its content; R13: so already adds nothing', () => {
    const published = after(policy, publish({}));
    expect(publish({}, published).kind).toBe('nothing');
    expect(publish({ title: 'Another' }, published)).toMatchObject(refusal('TEMPLATE_VERSION_EXISTS'));
    expect(publish({ effectiveDate: '2008-05-01' }, published)).toMatchObject(
      refusal('TEMPLATE_VERSION_EXISTS'),
    );
  });
  it('C3: by the national team alone', () =>
    expect(publish({}, policy, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED')));
});

describe('publish-policy-set', () => {
  it('R14, R10: a policy answers from its effective date on, and the first for the days before it', () => {
    const decision = decide({ version: 'gpsoc-2', effectiveDate: '2010-01-01' });
    const events = decision.kind === 'accepted' ? decision.events : [];
    const both = events
      .map((event) => recorded(event, { id: idOf(2), stream: 'policy-gpsoc', revision: 1 }, {}))
      .reduce(evolvePolicy, policy);
    expect(policyOn(both, '2007-03-31')?.version).toBe('gpsoc-1');
    expect(policyOn(both, '2009-12-31')?.version).toBe('gpsoc-1');
    expect(policyOn(both, '2010-01-01')?.version).toBe('gpsoc-2');
  });
  it('R10: sets count by their effective dates, whatever the order of their publication; of one day the later published', () => {
    const dates = { 'gpsoc-3': '2011-01-01', 'gpsoc-2': '2010-01-01', 'gpsoc-2a': '2010-01-01' };
    const all = Object.entries(dates)
      .flatMap(([version, effectiveDate]) => {
        const decision = decide({ version, effectiveDate });
        return decision.kind === 'accepted' ? decision.events : [];
      })
      .map((event, n) => recorded(event, { id: idOf(3, n), stream: 'policy-gpsoc', revision: n + 1 }, {}))
      .reduce(evolvePolicy, policy);
    expect(['2009-12-31', '2010-01-01', '2011-01-01'].map((on) => policyOn(all, on)?.version)).toEqual([
      'gpsoc-1',
      'gpsoc-2a',
      'gpsoc-3',
    ]);
  });
  it('R10, R14: a command of a day before the first set is decided by the first, and by none where there is none', () => {
    expect(policyFor(policy, '2007-03-31')).toMatchObject({ version: 'gpsoc-1' });
    expect(policyFor(initialPolicy, '2008-04-01')).toMatchObject(refusal('POLICY_MISSING'));
  });
  it('R13: published so already adds nothing', () => expect(decide({}).kind).toBe('nothing'));
  it('I13: a version never changes its content', () => {
    const parameters = { ...published.body.parameters, 'period.months': 4 };
    expect(decide({ parameters })).toMatchObject(refusal('POLICY_VERSION_EXISTS'));
    expect(decide({ effectiveDate: '2008-01-01' })).toMatchObject(refusal('POLICY_VERSION_EXISTS'));
  });
  it('S14, B3: the whole document is published, and the who-pays table has each price row', () => {
    expect(decide({}, initialPolicy)).toEqual({
      kind: 'accepted',
      events: [{ type: 'PolicySetPublished', payload: published.body }],
    });
    expect(decide({ whoPays: published.body.whoPays.slice(2) }, initialPolicy)).toMatchObject({
      refusal: {
        code: 'ROW_MISSING_IN_WHO_PAYS',
        because: 'The who-pays table has no row SOFTWARE_LICENCE.',
      },
    });
  });
  it('A1, B3: a period is counted in months or in days, in one of the two', () => {
    const publish = (period: Partial<PolicyParameters>) => {
      const { 'period.months': _months, ...others } = published.body.parameters;
      return decide({ version: 'gpsoc-2', parameters: { ...others, ...period } }, initialPolicy);
    };
    const refused = (because: string) => ({
      refusal: {
        code: 'PERIOD_NOT_GIVEN_ONCE',
        rule: 'A1',
        because,
        remedy:
          'Send the one in which the bedding-in and notice periods are counted, such as 3 months or 90 days.',
      },
    });
    expect(publish({ 'period.days': 90 }).kind).toBe('accepted');
    expect(publish({ 'period.months': 3 }).kind).toBe('accepted');
    expect(publish({ 'period.months': 3, 'period.days': 90 })).toMatchObject(
      refused('The policy set gives both of `period.months` and `period.days`.'),
    );
    expect(publish({})).toMatchObject(
      refused('The policy set gives neither of `period.months` and `period.days`.'),
    );
  });
  it.each([0, -90, 90.5, 732])('A1, B3: a period is no %p days', (days) => {
    const body = { ...published.body, parameters: { ...published.body.parameters, 'period.days': days } };
    expect(policyCommands['publish-policy-set'].safeParse(body).error?.issues).toMatchObject([
      { path: ['parameters', 'period.days'] },
    ]);
  });
  it('S14, A3: the who-pays table says once who pays for a row or a service', () => {
    const [training, ...others] = published.body.services;
    const publish = (services: typeof published.body.services) =>
      decide({ version: 'gpsoc-2', services }, initialPolicy);
    const twice = (row: string) => ({
      refusal: { code: 'ROWS_TWICE', rule: 'S14', because: `The row ${row} stands twice.` },
    });
    expect(publish([training!, ...others, training!])).toMatchObject(twice('CORE_TRAINING'));
    expect(publish([{ ...training!, id: 'SYSTEM_SUPPORT', payers: ['CENTRAL'] }, ...others])).toMatchObject(
      twice('SYSTEM_SUPPORT'),
    );
    expect(publish([{ ...training!, payers: ['CENTRAL', 'PRACTICE', 'CENTRAL'] }, ...others])).toMatchObject(
      twice('CENTRAL of CORE_TRAINING'),
    );
    expect(publish([training!, ...others]).kind).toBe('accepted');
  });
  it('C3: by the national team alone', () => {
    expect(decide({}, policy, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
    expect(decide({}, policy, auditor)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
  });
});
