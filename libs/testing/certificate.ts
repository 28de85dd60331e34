import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate and its private key, both as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const der = (tag: number, ...content: readonly Uint8Array[]): Buffer => {
  const bytes = Buffer.concat(content);
  const { length } = bytes;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), bytes]);
};
const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const octets = (content: Uint8Array): Buffer => der(0x04, content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const named = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const time = (text: string): Buffer => der(0x18, Buffer.from(text));

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const VERSION_3 = der(0xa0, der(0x02, Buffer.from([2])));
const VALID = sequence(time('20000101000000Z'), time('99991231235959Z'));
const TRUE = der(0x01, Buffer.from([0xff]));
const IS_CA = sequence(oid('551d13'), TRUE, octets(sequence(TRUE)));
const FOR_THIS_MACHINE = sequence(
  oid('551d11'),
  octets(sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])))),
);

/** A new certificate for 127.0.0.1 and localhost that signs itself, so that it is its own authority. */
export function selfSigned(name = 'eventstoredb-node'): Certified {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const extensions = der(0xa3, sequence(IS_CA, FOR_THIS_MACHINE));
  const content = sequence(
    VERSION_3,
    serial,
    ECDSA_WITH_SHA256,
    named(name),
    VALID,
    named(name),
    publicKey,
    extensions,
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const body = sequence(content, ECDSA_WITH_SHA256, signature)
    .toString('base64')
    .match(/.{1,64}/g);
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${body?.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}
