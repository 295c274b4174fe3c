import { patchFor } from './plugin-list';

const operator = (plugins?: readonly string[]) => ({
  metadata: { resourceVersion: '7' },
  spec: { ...(plugins && { plugins }) },
});

describe('patchFor', () => {
  it.each([
    ['add', ['a', 'us', 'b']],
    ['add', ['us']],
    ['remove', undefined],
    ['remove', []],
    ['remove', ['a']],
  ] as const)('has nothing to %s where the list is %j', (change, plugins) => {
    expect(patchFor(change, 'us', operator(plugins))).toBeUndefined();
  });

  it('makes the list where it is missing, if nothing changed', () => {
    expect(patchFor('add', 'us', operator())).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', path: '/spec/plugins', value: ['us'] },
    ]);
    expect(patchFor('add', 'us', { metadata: { resourceVersion: '7' } })).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', path: '/spec', value: { plugins: ['us'] } },
    ]);
  });

  it('adds at the end of the list as it was', () => {
    expect(patchFor('add', 'us', operator(['z', 'a']))).toEqual([
      { op: 'test', path: '/spec/plugins', value: ['z', 'a'] },
      { op: 'add', path: '/spec/plugins/-', value: 'us' },
    ]);
  });

  it('takes every one out, from the end', () => {
    expect(patchFor('remove', 'us', operator(['us', 'a', 'us']))).toEqual([
      { op: 'test', path: '/spec/plugins', value: ['us', 'a', 'us'] },
      { op: 'remove', path: '/spec/plugins/2' },
      { op: 'remove', path: '/spec/plugins/0' },
    ]);
  });
});
