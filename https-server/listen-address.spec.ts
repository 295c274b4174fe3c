import { parseListenAddress } from './listen-address';

test.each([
  [':9256', { host: undefined, port: 9256 }],
  ['127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
  ['[::1]:9443', { host: '::1', port: 9443 }],
  ['9256', undefined],
  [':70000', undefined],
  ['::1:80', undefined],
])('%s', (text, address) => {
  expect(parseListenAddress(text)).toEqual(address);
});
