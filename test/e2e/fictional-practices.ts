import { people } from '#apps/standalone/worked-data-set.js';
import type { Person, TestApi } from './use-api.js';

const { national, patel, reed } = people;
const hosting = { hosting: 'LOCAL_SERVER', chooseAndBook: true, etp: true };
const level = { yearlyPence: 204_64 };
const pricesOfE1 = [
  { row: 'SOFTWARE_LICENCE', yearlyPence: 3427_72 },
  { row: 'LEVEL_1_COMPLIANCE', ...level },
  { row: 'LEVEL_2_COMPLIANCE', ...level },
  { row: 'LEVEL_3_COMPLIANCE', ...level },
  { row: 'SYSTEM_SUPPORT', yearlyPence: 665_08 },
];

/** Fills a register through HTTP with practices that leave E1, a system with the prices of W's, for that of an LSP. */
export const fictionalPractices = (register: TestApi) => {
  /** Sends a command to an address; the id of its first event. Throws where it is refused. */
  const sent = async (path: string, by: Person, body: object): Promise<string> => {
    const { status, text, body: reply } = await register.post(`/api/v1/${path}`, by, body);
    if (status !== 201 && status !== 202) throw new Error(`${path}: ${status} ${text}`);
    return (reply['events'] as { id: string }[])[0]!.id;
  };

  /** The PCT 5ZZ, and the supplier of E1 with its prices and its Call-Off, from 1 April 2007. */
  const reference = async (): Promise<void> => {
    const from2007 = { effectiveDate: '2007-04-01' };
    await sent('commissioners/5ZZ/establish-commissioner', national, {
      effectiveDate: '2006-10-01',
      kind: 'PCT',
    });
    const ofSupplier = (name: string, body: object) => sent(`suppliers/SYSTEMS/${name}`, national, body);
    await ofSupplier('register-supplier', { ...from2007, name: 'Fictional Systems' });
    await ofSupplier('list-system', { ...from2007, productId: 'SYSTEMS.ONE', name: 'One' });
    await ofSupplier('record-level', { ...from2007, productId: 'SYSTEMS.ONE', level: 3 });
    await ofSupplier('publish-price-list', { ...from2007, rows: pricesOfE1 });
    await sent('call-offs/5ZZ/SYSTEMS/sign-call-off', national, from2007);
  };

  /** The practice has gone live on that day with an LSP system, away from E1, which is on a Call-Off. */
  const goneLive = async (ods: string, on: string): Promise<void> => {
    const practice = { ...reed, org: ods };
    const command = (name: string, by: Person, body: object) => sent(`practices/${ods}/${name}`, by, body);
    const late = { effectiveDate: on, reason: 'Entered late' };
    await command('register-practice', national, {
      ...{ effectiveDate: '2006-10-01', name: 'Fictional Surgery', commissioner: '5ZZ' },
    });
    const since2007 = { effectiveDate: '2007-06-01', reason: 'Entered late' };
    await command('record-pct-practice-agreement', patel, since2007);
    const source = { instanceId: 'E1', productId: 'SYSTEMS.ONE', level: 3, contract: 'GPSOC', ...hosting };
    await command('register-instance', patel, { effectiveDate: '2007-06-01', ...source });
    await command('join-call-off', patel, { effectiveDate: '2007-06-01', instanceId: 'E1' });
    await command('record-contact', practice, {
      ...late,
      participants: [{ name: 'J Patel', role: 'Head of IM&T', org: '5ZZ' }],
      optionsConsidered: ['LSP'],
    });
    await command('request-migration', practice, { ...late, sourceInstanceId: 'E1', reasons: ['LSP'] });
    await command('decide-business-case-need', patel, { ...late, required: false });
    const agreed = { conditions: [], decidedBy: 'J Patel', localPayerSplit: { practicePercent: 33 } };
    await command('agree-change', patel, { ...late, ...agreed });
    const target = { productId: 'LSP01.SYSTEM' };
    const proposal = await command('select-system', practice, { ...late, ...target, kind: 'LSP' });
    await command(`proposals/${proposal}/confirm`, patel, {});
    const lsp = { instanceId: 'L1', ...target, level: 0, contract: 'LSP', ...hosting };
    await command('register-instance', patel, { effectiveDate: on, ...lsp });
    await command('record-extract', practice, {
      ...{ ...late, kind: 'DOCUMENTED_DATA_EXTRACT', purpose: 'FINAL', at: `${on}T06:00`, mediaRef: 'M-1' },
      ...{ includesAuditTrail: false, encrypted: true },
    });
    await command('declare-go-live', practice, { ...late, targetInstanceId: 'L1' });
  };

  return { sent, reference, goneLive };
};
