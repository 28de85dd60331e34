import { refuse } from './refusals.js';

describe('A refusal', () => {
  it('says the details of the case, and a dash for one that is not known', () => {
    expect(refuse('POLICY_MISSING', { on: '2008-04-01' }).refusal).toMatchObject({
      rule: 'R14',
      because: 'No policy set is in force on 2008-04-01.',
    });
    expect(refuse('POLICY_MISSING').refusal.because).toBe('No policy set is in force on –.');
  });
});
