import type { Caller } from '../access/user.js';
import type { Method } from './call.js';

/** A method of one request and one response, both as bytes. What it throws ends the call. */
export function unary(answer: (request: Buffer, caller: Caller) => Promise<Buffer>): Method {
  return (call, caller) => {
    let request: Buffer | undefined;
    return {
      message: (bytes) => {
        request ??= bytes;
      },
      end: () => {
        const reply = async (): Promise<void> => {
          call.reply(await answer(request ?? Buffer.alloc(0), caller));
        };
        call.run(reply());
      },
    };
  };
}
