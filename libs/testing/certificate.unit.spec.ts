import { X509Certificate } from 'node:crypto';
import { selfSigned } from './certificate.js';

describe('a self-signed certificate', () => {
  it('can be read whatever its length, is its own authority and is for this machine', () => {
    for (let length = 1; length <= 64; length += 1) {
      const { certificate, key } = selfSigned('n'.repeat(length));
      const read = new X509Certificate(certificate);
      expect(read.verify(read.publicKey)).toBe(true);
      expect(read).toMatchObject({ ca: true, subjectAltName: 'DNS:localhost, IP Address:127.0.0.1' });
      expect(key).toContain('PRIVATE KEY');
    }
  });
});
