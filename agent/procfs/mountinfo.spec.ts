import { parseMountinfo } from './mountinfo';

test('reads mount point and type, however many optional fields stand between them', () => {
  const text = `25 30 0:23 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate
31 25 0:26 / /host/my\\040cgroup ro - cgroup2 none rw
33 30 8:1 / / rw shared:1 master:2 - ext4 /dev/vda rw
not a mount
`;
  expect(parseMountinfo(Buffer.from(text))).toEqual([
    { mountPoint: '/sys/fs/cgroup', fsType: 'cgroup2' },
    { mountPoint: '/host/my cgroup', fsType: 'cgroup2' },
    { mountPoint: '/', fsType: 'ext4' },
  ]);
});
