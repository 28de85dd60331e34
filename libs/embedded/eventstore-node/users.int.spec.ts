import { credentials, Metadata } from '@grpc/grpc-js';
import { type EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import { useSecureEventStore } from '#testing/secure-event-store.js';

const store = useSecureEventStore();
let service: UsersClient;
let admin: EventStoreDBClient;
const connect = (): void => {
  service = new UsersClient(`127.0.0.1:${store.port}`, credentials.createSsl(Buffer.from(store.ca)));
  admin = store.client('admin:changeit');
};
beforeAll(connect);
afterAll(() => service.close());

const as = (user: string): Metadata => {
  const metadata = new Metadata();
  metadata.add('authorization', `Basic ${btoa(user)}`);
  return metadata;
};

/** Calls a method of the users service: 'done', or the exception that its trailers name. */
const call =
  (method: 'create' | 'update' | 'delete' | 'disable' | 'enable' | 'resetPassword' | 'changePassword') =>
  (request: object, user = 'admin:changeit'): Promise<string> =>
    new Promise((resolve) => {
      (service[method] as (...parameters: unknown[]) => unknown)(
        request,
        as(user),
        (error?: { metadata: Metadata }) =>
          resolve(error ? String(error.metadata.get('exception')[0]) : 'done'),
      );
    });

const named = <Options extends { setLoginName(name: string): Options }>(
  options: Options,
  name: string,
): Options => options.setLoginName(name);
const create = (name: string, password: string, groups: string[] = [], by?: string) => {
  const options = named(new users.CreateReq.Options(), name).setFullName(`The ${name}`).setPassword(password);
  return call('create')(new users.CreateReq().setOptions(options.setGroupsList(groups)), by);
};
const disable = (name: string, by?: string) =>
  call('disable')(new users.DisableReq().setOptions(named(new users.DisableReq.Options(), name)), by);
const enable = (name: string) =>
  call('enable')(new users.EnableReq().setOptions(named(new users.EnableReq.Options(), name)));
const remove = (name: string) =>
  call('delete')(new users.DeleteReq().setOptions(named(new users.DeleteReq.Options(), name)));
const update = (name: string, fullName: string, groups: string[]) => {
  const options = named(new users.UpdateReq.Options(), name).setFullName(fullName).setGroupsList(groups);
  return call('update')(new users.UpdateReq().setOptions(options));
};
const resetPassword = (name: string, password: string) => {
  const options = named(new users.ResetPasswordReq.Options(), name).setNewPassword(password);
  return call('resetPassword')(new users.ResetPasswordReq().setOptions(options));
};
const changePassword = (name: string, from: string, to: string, by: string) => {
  const options = named(new users.ChangePasswordReq.Options(), name)
    .setCurrentPassword(from)
    .setNewPassword(to);
  return call('changePassword')(new users.ChangePasswordReq().setOptions(options), by);
};

async function details(name: string, by = 'admin:changeit') {
  const request = new users.DetailsReq().setOptions(named(new users.DetailsReq.Options(), name));
  const found: users.DetailsResp.UserDetails.AsObject[] = [];
  for await (const answer of service.details(request, as(by)) as AsyncIterable<users.DetailsResp>) {
    const user = answer.getUserDetails();
    if (user !== undefined) found.push(user.toObject());
  }
  return found;
}

let streams = 0;
/** Whether an append with these credentials is taken. */
const canLogIn = (username: string, password: string): Promise<boolean> =>
  store
    .client()
    .appendToStream(`users-${(streams += 1)}`, jsonEvent({ type: 'a', data: {} }), {
      credentials: { username, password },
    })
    .then(
      () => true,
      () => false,
    );

it('a user is created once: asking again is answered alike with the same password, and a conflict with another', async () => {
  expect(await create('ann', 'secret', ['readers'])).toBe('done');
  expect(await create('ann', 'secret')).toBe('done');
  expect(await create('ann', 'other')).toBe('user-conflict');
  expect(await canLogIn('ann', 'secret')).toBe(true);
  expect(await details('ann')).toMatchObject([
    { loginName: 'ann', fullName: 'The ann', groupsList: ['readers'], disabled: false },
  ]);
});

it('only admins change users; a user changes its own password by saying the current one', async () => {
  await create('bob', 'secret');
  expect(await create('eve', 'x', [], 'bob:secret')).toBe('access-denied');
  expect(await disable('bob', 'bob:secret')).toBe('access-denied');
  expect(await changePassword('bob', 'wrong', 'new', 'bob:secret')).toBe('access-denied');
  expect(await changePassword('bob', 'secret', 'new', 'bob:secret')).toBe('done');
  expect([await canLogIn('bob', 'secret'), await canLogIn('bob', 'new')]).toEqual([false, true]);
  expect(await resetPassword('bob', 'reset')).toBe('done');
  expect([await canLogIn('bob', 'new'), await canLogIn('bob', 'reset')]).toEqual([false, true]);
});

it('a change is in force at once: groups, disabled, enabled, deleted', async () => {
  await create('cat', 'secret');
  const cat = store.client('cat:secret');
  await admin.appendToStream('$for-cats', jsonEvent({ type: 'a', data: {} }));
  await admin.setStreamMetadata('$for-cats', { acl: { readRoles: ['cats'] } });
  const reads = async (): Promise<number> => {
    let events = 0;
    for await (const { event } of cat.readStream('$for-cats')) if (event) events += 1;
    return events;
  };
  await expect(reads()).rejects.toMatchObject({ code: 7 });
  expect(await update('cat', 'Cat', ['cats'])).toBe('done');
  expect(await reads()).toBe(1);
  expect(await disable('cat')).toBe('done');
  await expect(reads()).rejects.toMatchObject({ code: 16 });
  expect(await enable('cat')).toBe('done');
  expect(await reads()).toBe(1);
  expect(await remove('cat')).toBe('done');
  await expect(reads()).rejects.toMatchObject({ code: 16 });
  expect(await remove('cat')).toBe('user-not-found');
  expect(await update('cat', 'Cat', [])).toBe('user-not-found');
});

it('a name can be given again, and what was known of its former holder stays hidden', async () => {
  await create('dan', 'first');
  await remove('dan');
  expect(await create('dan', 'second')).toBe('done');
  expect([await canLogIn('dan', 'first'), await canLogIn('dan', 'second')]).toEqual([false, true]);
  const seen: unknown[] = [];
  for await (const { event } of admin.readStream('$user-dan')) seen.push(event?.type);
  expect(seen).toEqual(['$UserCreated']);
});

it('users are events that hold no password, and are listed by name', async () => {
  await create('fay', 'a-long-secret');
  const events: unknown[] = [];
  for await (const { event } of admin.readStream('$user-fay')) events.push(event?.data);
  expect(events).toEqual([
    expect.objectContaining({ loginName: 'fay', hash: expect.stringMatching(/^scrypt:\d+:\d+:\d+:/) }),
  ]);
  expect(JSON.stringify(events)).not.toContain('a-long-secret');
  const names = (await details('')).map(({ loginName }) => loginName);
  expect(names).toEqual(expect.arrayContaining(['admin', 'fay', 'ops']));
  expect(names).toEqual([...names].sort());
});

it('a restart keeps users and passwords', async () => {
  await create('guy', 'secret');
  await changePassword('admin', 'changeit', 'changed', 'admin:changeit');
  service.close();
  await store.restart();
  connect();
  expect(await canLogIn('guy', 'secret')).toBe(true);
  expect([await canLogIn('admin', 'changeit'), await canLogIn('admin', 'changed')]).toEqual([false, true]);
});
