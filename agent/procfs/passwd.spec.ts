import { findUsername } from './passwd';

const text = `# comment
root:x:0:0:root:/root:/bin/bash
toor:x:0:0::/root:/bin/sh
+::::::
core:x:1000:1000:CoreOS Admin:/var/home/core:/bin/bash
broken:x
odd:x:0x7d0:1::/:
`;

test.each([
  [0, 'root'],
  [1000, 'core'],
  [2000, undefined],
])('user %d is %s', (uid, name) => {
  expect(findUsername(Buffer.from(text), uid)).toBe(name);
});
