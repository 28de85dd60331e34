import { basicCredentials } from './credentials.js';

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the credentials of a request', () => {
  it('are a name and a password, which may hold colons, be empty or be in any language', () => {
    expect(basicCredentials(basic('ann:se:cret'))).toEqual({ name: 'ann', password: 'se:cret' });
    expect(basicCredentials(basic('ann:'))).toEqual({ name: 'ann', password: '' });
    expect(basicCredentials(basic('änn:pâss'))).toEqual({ name: 'änn', password: 'pâss' });
  });

  it('are nobody’s without a header, with another scheme and without a colon', () => {
    for (const header of [undefined, '', 'Digest abc', 'Bearer abc', 'Nonsense', basic('ann')])
      expect(basicCredentials(header)).toBeUndefined();
  });

  it('are malformed if they are no base64', () => {
    for (const header of ['Basic !!!!', 'Basic abc', 'Basic '])
      expect(basicCredentials(header)).toBe('malformed');
  });
});
