import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';
import { startWorkspace } from '../support/local-workspace.ts';
import { composer, say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

describe.skipIf(!hasBrowser)('the page', () => {
  workspaceTest(
    'says when Tierbook is gone, and goes on by itself when it is back, with what was being typed',
    async ({ open }) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'tierbook-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const settings = { TIERBOOK_DATA_DIR: path.join(folder, 'data') };
      const first = await startWorkspace(settings);
      // The browser itself logs each attempt that fails.
      const tolerates = [/^It logged Failed to load resource: [^(]*(ERR_|503)/];
      const page = await open(first.address, { as: 'U0ANNA', tolerates });
      await say(page, '/customer C1001', CARD_TEXT.en.favour);
      await composer(page).fill('/customer C1002');

      await first.stop();
      const lost = page.getByText(PAGE_TEXT.en.connectionLost);
      await lost.waitFor();
      await composer(page).press('Enter');
      await page.getByText(PAGE_TEXT.en.serverAway).waitFor();
      expect(await composer(page).inputValue()).toBe('/customer C1002');

      const again = await startWorkspace({ ...settings, PORT: new URL(first.address).port });
      onTestFinished(() => again.stop());
      await lost.waitFor({ state: 'hidden' });
      expect(await composer(page).inputValue()).toBe('/customer C1002');
      await composer(page).press('Enter');
      await page.getByRole('article').filter({ hasText: 'C1002' }).waitFor();
    },
  );
});
