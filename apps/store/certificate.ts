import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Security } from '#embedded/eventstore-node/index.js';
import { CannotStart } from '#platform/cannot-start.js';
import { systemClock } from '#platform/clock.js';
import type { CertificateFiles } from './options.js';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM file, in its order. */
const certificatesIn = (pem: string): X509Certificate[] =>
  (pem.match(PEM) ?? []).map((block) => new X509Certificate(block));

/**
 * Reads the certificate of the node, which may be followed by those of intermediate authorities, and its key.
 * @throws CannotStart if a file cannot be read, the two do not belong together, the certificate is not valid today, or
 *   none of the trusted roots stands behind it
 */
export async function readCertificate(files: CertificateFiles): Promise<Security['tls']> {
  const { certFile, keyFile, keyPassword, trustedRoots } = files;
  const [cert, key] = await Promise.all([
    readFile(certFile, 'utf8').catch(unreadable(certFile)),
    readFile(keyFile, 'utf8').catch(unreadable(keyFile)),
  ]);
  const [own, ...intermediate] = parse(certFile, 'certificate', () => certificatesIn(cert));
  if (own === undefined) throw new CannotStart(`${certFile} holds no certificate in PEM: give another file.`);
  const privateKey = parse<KeyObject>(keyFile, 'private key', () =>
    createPrivateKey({ key, ...(keyPassword === undefined ? {} : { passphrase: keyPassword }) }),
  );
  if (!own.checkPrivateKey(privateKey))
    throw new CannotStart(
      `The key of ${keyFile} is not that of the certificate of ${certFile}: give the other file.`,
    );
  const now = Date.parse(systemClock.now());
  if (now < Date.parse(own.validFrom) || now > Date.parse(own.validTo))
    throw new CannotStart(
      `The certificate of ${certFile} is valid from ${own.validFrom} to ${own.validTo}: give one that is valid now.`,
    );
  if (trustedRoots !== undefined && !isTrusted(own, intermediate, await rootsOf(trustedRoots)))
    throw new CannotStart(
      `The certificate of ${certFile} is not of an authority of ${trustedRoots}: give another one.`,
    );
  return { cert, key, ...(keyPassword === undefined ? {} : { passphrase: keyPassword }) };
}

const unreadable =
  (file: string) =>
  ({ message }: Error): never => {
    throw new CannotStart(`${file} cannot be read (${message}): give another file.`);
  };

function parse<Parsed>(file: string, kind: string, read: () => Parsed): Parsed {
  try {
    return read();
  } catch (error) {
    throw new CannotStart(`${file} holds no ${kind} that can be used (${(error as Error).message}).`);
  }
}

/** The certificates of a file, or of all the files of a folder. */
async function rootsOf(path: string): Promise<X509Certificate[]> {
  const found = await stat(path).catch(unreadable(path));
  const files = found.isDirectory() ? (await readdir(path)).map((name) => join(path, name)) : [path];
  const contents = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return contents.flatMap((content) => parse(path, 'certificate', () => certificatesIn(content)));
}

const isOf = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

/** Whether one of the roots stands behind a certificate, directly or through intermediate ones. */
function isTrusted(
  own: X509Certificate,
  intermediate: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): boolean {
  if (roots.some((root) => isOf(own, root))) return true;
  const issuer = intermediate.find((authority) => isOf(own, authority));
  return (
    issuer !== undefined &&
    isTrusted(
      issuer,
      intermediate.filter((other) => other !== issuer),
      roots,
    )
  );
}
