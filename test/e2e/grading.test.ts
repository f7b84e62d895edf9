import { describe, expect } from 'vitest';
import { CARD_TEXT } from '../../core/text/card-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { WHAT_IF_TEXT } from '../../core/text/what-if-text.ts';
import { expectAccessible } from '../support/expect-accessible.ts';
import { takePicture } from '../support/take-picture.ts';
import { say } from '../support/workspace-page.ts';
import { hasBrowser, workspaceTest } from '../support/workspace-test.ts';

const card = CARD_TEXT.en;
const override = OVERRIDE_TEXT.en;

describe.skipIf(!hasBrowser)('grading on the page', () => {
  workspaceTest(
    'a rep sets a tier by hand with a reason, sees it on the card, and takes it back',
    async ({ visit }) => {
      const page = await visit({ as: 'U0ANNA' });
      const before = await say(page, '/customer C1001', 'Tier B');
      await before.getByRole('button', { name: override.setTierLabel('Acme Ltd') }).click();
      const dialog = page.getByRole('dialog', { name: override.title });
      await dialog.waitFor();
      await expectAccessible(page);
      await dialog.getByRole('combobox', { name: override.tier }).click();
      await dialog.getByRole('option', { name: 'A', exact: true }).click();
      await dialog.getByRole('button', { name: override.save, exact: true }).click();
      // without a reason nothing happens, and what was chosen stays
      await dialog.getByRole('textbox', { name: override.reason }).fill('New contract signed');
      await dialog.getByRole('button', { name: override.save, exact: true }).click();
      await dialog.getByText(/Acme Ltd is Tier A until/).waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });

      const set = await say(page, '/customer C1001', 'New contract signed');
      const shown = await set.innerText();
      expect(shown).toContain('Tier A');
      // what the data say stands beside it
      expect(shown).toContain('Tier B');
      await expectAccessible(page);
      await set.getByRole('button', { name: override.withdrawLabel('Acme Ltd') }).click();
      await set.filter({ hasNotText: 'New contract signed' }).waitFor();
      expect(await set.innerText()).toContain('Tier B');
    },
  );

  workspaceTest('what if answers with the tier it would be, and changes nothing', async ({ visit }) => {
    const page = await visit({ as: 'U0ANNA' });
    const answer = await say(page, '/customer C1001 what if payment collection=99%, complaint rate=0', 'Tier A');
    const shown = await answer.innerText();
    expect(shown).toContain('Payment collection 91 % → 99 %');
    expect(shown).toContain(WHAT_IF_TEXT.en.notSaved);
    await takePicture(page, 'what-if');
    await expectAccessible(page);
    const after = await say(page, '/customer C1001', card.favour);
    expect(await after.innerText()).toContain('Payment collection 91 %');
  });

  workspaceTest(
    'Why? shows the receipt: what counted, where the tiers begin, what lifts it and what loses it',
    async ({ visit }) => {
      const page = await visit({ as: 'U0ANNA' });
      const answer = await say(page, '/customer C1001', card.favour);
      await answer.getByRole('button', { name: card.whyLabel('Acme Ltd') }).click();
      const why = page.getByRole('dialog', { name: card.whyTitle });
      await why.getByText(/Where the tiers begin/).waitFor();
      const receipt = await why.innerText();
      expect(receipt).toMatch(/What would lift it to Tier A/);
      expect(receipt).toMatch(/What would lose Tier B/);
      expect(receipt).toMatch(/Account value, version 1/);
      await expectAccessible(page);
    },
  );
});
