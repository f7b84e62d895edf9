import { expect, test } from 'vitest';
import { countingIds } from '../../../bot/local/id-source.ts';
import { createResponseUrls } from '../../../bot/local/response-urls.ts';
import { manualTime } from '../../support/manual-time.ts';

const target = { userId: 'U0ANNA', channel: 'C0SALES', messageTs: undefined, threadTs: undefined };

test('a response_url lives for 30 minutes', () => {
  const time = manualTime();
  const urls = createResponseUrls(time, countingIds());
  const path = urls.issue(target);
  time.advance(30 * 60_000);
  expect(urls.use(path)).toEqual(target);
  time.advance(1);
  expect(urls.use(path)).toBe('expired_url');
});

test('a response_url that was never given out is refused', () => {
  expect(createResponseUrls(manualTime(), countingIds()).use('/commands/T0LOCAL/1/2')).toBe('no_such_url');
});
