import { parseAcl } from './acl.js';

describe('an $acl', () => {
  it('gives each right to one name or to a list of names, and leaves out what it does not say', () => {
    expect(parseAcl({ $r: 'readers', $w: ['a', 'b'], $d: [], other: 1 })).toEqual({
      read: ['readers'],
      write: ['a', 'b'],
      delete: [],
    });
    expect(parseAcl({ $mr: '$all', $mw: '$admins' })).toEqual({ metaRead: ['$all'], metaWrite: ['$admins'] });
  });

  it.each([[undefined], [null], ['readers'], [['readers']], [{ $r: 1 }], [{ $r: 'a', $w: ['b', 2] }]])(
    'that is %j says nothing',
    (value) => {
      expect(parseAcl(value)).toBeUndefined();
    },
  );
});
