import { randomSecret, systemIds, uuidV5 } from './ids.js';

const DNS = Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex');

describe('ids', () => {
  it('makes the name-based UUID of RFC 9562, appendix A.4', () => {
    expect(uuidV5('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('gives the same name the same id for ever, and another name another (I16)', () => {
    expect(uuidV5('practice-A00001 0')).toBe('dc4e7cb8-af62-5f10-8a86-9bb674940d73');
    expect(uuidV5('practice-A00001 1')).not.toBe(uuidV5('practice-A00001 0'));
  });

  it('makes random ids of version 4 and secrets that stand in a URL as they are', () => {
    expect(systemIds.next()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(systemIds.next()).not.toBe(systemIds.next());
    const secret = randomSecret();
    expect(secret).toHaveLength(32);
    expect(encodeURIComponent(secret)).toBe(secret);
  });
});
