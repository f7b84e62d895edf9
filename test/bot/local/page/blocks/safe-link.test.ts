import { expect, test } from 'vitest';
import { safeLink, safePicture } from '../../../../../bot/local/page/blocks/safe-link.ts';

test.each(['https://example.com/a?b=c', 'http://example.com', 'mailto:anna@example.com'])(
  '%s may be opened',
  (address) => {
    expect(safeLink(address)).toBe(address);
  },
);

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '/local/act',
  'x',
  undefined,
  7,
])('%s may not be opened', (address) => {
  expect(safeLink(address)).toBeNull();
});

test('pictures come over https, as data, or from the page itself', () => {
  for (const address of ['https://example.com/x.png', 'data:image/png;base64,AA', '/icon.svg'])
    expect(safePicture(address)).toBe(address);
  for (const address of ['http://example.com/x.png', '//example.com/x.png', 'data:text/html,x', 'javascript:1', null])
    expect(safePicture(address)).toBeNull();
});
