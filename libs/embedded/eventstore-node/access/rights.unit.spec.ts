import { hasRight, neededFor, parseSettings } from './rights.js';

const admin = { name: 'someone', groups: ['$admins'] };
const ops = { name: 'ops', groups: ['$ops'] };
const ann = { name: 'ann', groups: ['readers'] };

describe('what a request needs', () => {
  it('is the right to the stream, to $all for reading everything', () => {
    expect(neededFor('write', 'a')).toEqual({ right: 'write', stream: 'a' });
    expect(neededFor('delete', '$a')).toEqual({ right: 'delete', stream: '$a' });
    expect(neededFor('read', '$all')).toEqual({ right: 'read', stream: '$all' });
  });

  it('is for a metastream the right to the metadata of its stream', () => {
    expect(neededFor('read', '$$a')).toEqual({ right: 'metaRead', stream: 'a' });
    expect(neededFor('write', '$$$a')).toEqual({ right: 'metaWrite', stream: '$a' });
  });

  it('cannot be had to write or delete $all, or to delete a metastream', () => {
    expect(neededFor('write', '$all')).toBeUndefined();
    expect(neededFor('write', '')).toBeUndefined();
    expect(neededFor('delete', '$all')).toBeUndefined();
    expect(neededFor('delete', '$$a')).toBeUndefined();
  });
});

describe('without $acl and $settings', () => {
  const may = (who: Parameters<typeof hasRight>[0], stream: string) =>
    hasRight(who, { right: 'read', stream }, undefined, undefined);

  it('ordinary streams are for all who are known, $-streams and $all for admins, nothing for nobody', () => {
    expect([undefined, ann, ops, admin].map((who) => may(who, 'a'))).toEqual([false, true, true, true]);
    for (const stream of ['$a', '$all'])
      expect([undefined, ann, ops, admin].map((who) => may(who, stream))).toEqual([
        false,
        false,
        false,
        true,
      ]);
  });
});

describe('an $acl', () => {
  const read = { right: 'read', stream: 'a' } as const;

  it('names users and groups, or $all, and never shuts an admin out', () => {
    expect(hasRight(ann, read, { read: ['readers'] }, undefined)).toBe(true);
    expect(hasRight(ann, read, { read: ['ann'] }, undefined)).toBe(true);
    expect(hasRight(ops, read, { read: ['readers'] }, undefined)).toBe(false);
    expect(hasRight(admin, read, { read: [] }, undefined)).toBe(true);
    expect(hasRight(ops, { right: 'read', stream: '$a' }, { read: ['$all'] }, undefined)).toBe(true);
    expect(hasRight(undefined, read, { read: ['$all'] }, undefined)).toBe(false);
  });

  it('leaves what it does not say to $settings, and that to the defaults', () => {
    const settings = parseSettings({ $userStreamAcl: { $r: 'readers' }, $systemStreamAcl: { $r: '$ops' } });
    expect(hasRight(ann, read, { write: [] }, settings)).toBe(true);
    expect(hasRight(ops, read, undefined, settings)).toBe(false);
    expect(hasRight(ops, { right: 'read', stream: '$a' }, undefined, settings)).toBe(true);
    expect(hasRight(ops, { right: 'write', stream: 'a' }, undefined, settings)).toBe(true);
    expect(hasRight(ops, { right: 'write', stream: '$a' }, undefined, settings)).toBe(false);
  });
});
