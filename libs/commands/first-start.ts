import { firstStart } from '#domain/policy/first-start.js';
import type { Actor } from '#domain/recorded.js';
import { uuidV5 } from '#platform/ids.js';
import { executeReferenceCommand, type ReferenceCommand } from './reference-commands.js';
import type { Register } from './register.js';

const installer: Actor = { sub: 'installer', name: 'Installer', role: 'NAT', org: 'NATIONAL' };

/**
 * Publishes the default policy set and the 2009 systems and prices where they are not there yet (R14). The keys are
 * the same at every start, so that what a start adds once stands once. Throws StoreUnavailable.
 */
export const publishFirstStart = async (register: Register): Promise<void> => {
  for (const [index, { stream, ...command }] of firstStart.entries()) {
    const reference =
      stream === 'policy-gpsoc'
        ? { kind: 'policy', command }
        : { kind: 'supplier', id: stream.slice('supplier-'.length), command };
    const commandId = uuidV5(`first-start ${index} ${stream} ${command.name}`);
    await executeReferenceCommand(register, reference as ReferenceCommand, { actor: installer, commandId });
  }
};
