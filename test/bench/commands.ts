import { issueToken, type TokenHolder } from '#platform/auth.js';
import { signingKey } from '#platform/signing-key.js';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { measure, print, type Measured } from './timing.js';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const PRACTICES = 256;

/** Posts a command to the API; throws unless it is recorded. */
const post = (url: string, token: string, body: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': randomUUID(),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      const { statusCode } = response;
      response.on('end', () =>
        statusCode === 201 ? resolve() : reject(new Error(`${url} answered ${statusCode}`)),
      );
    });
    sent.on('error', reject);
    sent.end(text);
  });

/** Prints commands a second over HTTP: token, validation, decision, append. Leaves some practices with contacts. */
export const benchCommands = async (
  product: { apiUrl: string; dataDir: string },
  seconds: number,
  yardstick: Measured,
): Promise<void> => {
  const key = await signingKey(product.dataDir);
  const token = (role: TokenHolder['role'], org: string) =>
    issueToken(key, { sub: `${role}-${org}`, name: 'Example', role, org }, 3600);
  const national = await token('NAT', 'NATIONAL');
  const codes = Array.from({ length: PRACTICES }, (_, n) => `Z${String(n).padStart(5, '0')}`);
  const practices = await Promise.all(
    codes.map(async (ods) => {
      const url = `${product.apiUrl}/api/v1/practices/${ods}`;
      await post(`${url}/register-practice`, national, { effectiveDate: '2008-04-01', name: 'Example' });
      return { url: `${url}/record-contact`, token: await token('PR', ods), ods };
    }),
  );
  const effectiveDate = new Date().toISOString().slice(0, 10);
  let asked = 0;
  const command = (n: number) => {
    const { url, token: practice, ods } = practices[n % PRACTICES]!;
    return post(url, practice, {
      effectiveDate,
      participants: [{ name: 'Example', role: 'practice manager', org: ods }],
      optionsConsidered: [`Option ${(asked++).toString(36)}`],
    });
  };
  for (const inFlight of [1, 64])
    print(`commands over HTTP, ${inFlight} in flight`, await measure(inFlight, seconds, command), yardstick);
};
