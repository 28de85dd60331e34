import { auditor, idOf, national, patel, publishedAtFirstStart, recorded } from '#testing/fixture.js';
import type { PolicyCommand } from './commands.js';
import { decidePolicy } from './decide.js';
import { firstStart } from './first-start.js';
import { evolvePolicy, initialPolicy, policyFor, policyOn } from './state.js';

const published = firstStart.find((command) => command.name === 'publish-policy-set') as PolicyCommand;
const { policy } = publishedAtFirstStart;
const decide = (changes: Partial<PolicyCommand['body']>, state = policy, actor = national) =>
  decidePolicy({ ...published, body: { ...published.body, ...changes } }, state, { actor });
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('publish-policy-set', () => {
  it('R14: a policy answers from its effective date on', () => {
    const decision = decide({ version: 'gpsoc-2', effectiveDate: '2010-01-01' });
    const events = decision.kind === 'accepted' ? decision.events : [];
    const both = events
      .map((event) => recorded(event, { id: idOf(2), stream: 'policy-gpsoc', revision: 1 }, {}))
      .reduce(evolvePolicy, policy);
    expect(policyOn(both, '2007-03-31')).toBeUndefined();
    expect(policyOn(both, '2009-12-31')?.version).toBe('gpsoc-1');
    expect(policyOn(both, '2010-01-01')?.version).toBe('gpsoc-2');
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
  it('S14: the who-pays table has each price row', () =>
    expect(decide({ whoPays: published.body.whoPays.slice(1) }, initialPolicy)).toMatchObject(
      refusal('ROW_MISSING_IN_WHO_PAYS'),
    ));
  it('C3: by the national team alone', () => {
    expect(decide({}, policy, patel)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
    expect(decide({}, policy, auditor)).toMatchObject(refusal('ROLE_NOT_ALLOWED'));
  });
});
