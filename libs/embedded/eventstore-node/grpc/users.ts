import users from '@eventstore/db-client/generated/users_pb.js';
import type * as Users from '@eventstore/db-client/generated/users_pb.js';
import type { Account, DatedAccount } from '../access/account.js';
import type { Accounts, Change } from '../access/accounts.js';
import { hashPassword, type PasswordCheck } from '../access/password.js';
import { bytesField, frame, numberField, textField } from '../wire.js';
import type { Call, Method } from './call.js';
import {
  ACCESS_DENIED,
  CallFailed,
  HANDLER_THREW,
  NOT_AVAILABLE,
  userConflict,
  userNotFound,
} from './status.js';
import { unary } from './unary.js';

/** The methods of the users service. */
export function userMethods(accounts: Accounts, check: PasswordCheck): Readonly<Record<string, Method>> {
  const set = (loginName: string, part: Partial<Account>): Promise<Change> =>
    accounts.change(loginName, (account) => Promise.resolve({ ...account, ...part }));
  return {
    create: changing(users.CreateReq, (options) => create(accounts, check, options)),
    update: changing(users.UpdateReq, (options) =>
      set(options.getLoginName(), { fullName: options.getFullName(), groups: options.getGroupsList() }),
    ),
    delete: changing(users.DeleteReq, (options) => accounts.remove(options.getLoginName())),
    disable: changing(users.DisableReq, (options) => set(options.getLoginName(), { disabled: true })),
    enable: changing(users.EnableReq, (options) => set(options.getLoginName(), { disabled: false })),
    resetpassword: changing(users.ResetPasswordReq, async (options) =>
      set(options.getLoginName(), await hashPassword(options.getNewPassword())),
    ),
    changepassword: changing(users.ChangePasswordReq, (options) =>
      accounts.change(options.getLoginName(), async (account) => {
        if (!(await check(options.getCurrentPassword(), account))) return 'denied';
        return { ...account, ...(await hashPassword(options.getNewPassword())) };
      }),
    ),
    details: details(accounts),
  };
}

/** Asking again with the same password is answered as the first time. */
async function create(
  accounts: Accounts,
  check: PasswordCheck,
  options: Users.CreateReq.Options,
): Promise<Change> {
  const password = options.getPassword();
  const found = await accounts.find(options.getLoginName());
  if (found !== undefined) return (await check(password, found.account)) ? 'done' : 'conflict';
  return accounts.create({
    loginName: options.getLoginName(),
    fullName: options.getFullName(),
    ...(await hashPassword(password)),
    disabled: false,
    groups: options.getGroupsList(),
  });
}

interface Request<Options> {
  deserializeBinary(bytes: Uint8Array): { getOptions(): Options | undefined };
}

const NOTHING = Buffer.alloc(0);

/** A method that changes one user; its answer says that it is done, and no more. */
const changing = <Options extends { getLoginName(): string }>(
  request: Request<Options>,
  change: (options: Options) => Promise<Change>,
): Method =>
  unary(async (bytes) => {
    const options = request.deserializeBinary(bytes).getOptions();
    if (options === undefined) throw new CallFailed(HANDLER_THREW);
    const outcome = await change(options).catch((): Change => 'unavailable');
    if (outcome !== 'done') throw new CallFailed(STATUS[outcome](options.getLoginName()));
    return NOTHING;
  });

const STATUS = {
  'not found': userNotFound,
  conflict: userConflict,
  denied: () => ACCESS_DENIED,
  unavailable: () => NOT_AVAILABLE,
};

/** One user, or all of them if the request names none. */
const details =
  (accounts: Accounts): Method =>
  (call) => ({
    message: (bytes) => {
      const loginName = users.DetailsReq.deserializeBinary(bytes).getOptions()?.getLoginName() ?? '';
      call.run(tell(call, accounts, loginName));
    },
    end: () => undefined,
  });

async function tell(call: Call, accounts: Accounts, loginName: string): Promise<void> {
  const one = async () => [await accounts.find(loginName)];
  const found = await (loginName.trim() === '' ? accounts.all() : one()).catch(() => {
    throw new CallFailed(NOT_AVAILABLE);
  });
  for (const user of found) {
    if (user === undefined) throw new CallFailed(userNotFound(loginName));
    await call.send(frame(bytesField(1, ...userDetails(user))));
  }
  call.finish();
}

const userDetails = ({ account, changed }: DatedAccount): Buffer[] => [
  textField(1, account.loginName),
  textField(2, account.fullName),
  ...account.groups.map((group) => textField(3, group)),
  bytesField(4, numberField(1, changed * 10_000)),
  ...(account.disabled ? [numberField(5, 1)] : []),
];
