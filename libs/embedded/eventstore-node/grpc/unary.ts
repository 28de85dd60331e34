import type { Caller } from '../access/user.js';
import type { Method } from './call.js';
import { INCOMPLETE } from './frames.js';
import { CallFailed } from './status.js';

/** A method of one request and one response, both as bytes. What it throws ends the call. */
export function unary(answer: (request: Buffer, caller: Caller) => Promise<Buffer>): Method {
  return (call, caller) => {
    let request: Buffer | undefined;
    return {
      message: (bytes) => {
        request ??= bytes;
      },
      end: () => {
        if (request === undefined) throw new CallFailed(INCOMPLETE);
        const reply = async (asked: Buffer): Promise<void> => {
          call.reply(await answer(asked, caller));
        };
        call.run(reply(request));
      },
    };
  };
}
