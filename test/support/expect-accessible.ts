import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Fails with a list of what axe finds serious or critical in what a page shows now: things that keep people with a
 * screen reader, a keyboard or weak eyes from using it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the browser itself, which the page's own security policy does not hinder.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, id, impact, nodes }) => [
      `${id} (${impact}): ${help}`,
      ...nodes.map(({ failureSummary = '', html }) => `  ${html}\n    ${failureSummary.replaceAll('\n', '\n    ')}`),
    ]);
  if (found.length > 0) throw new Error(`Not everybody can use this:\n${found.join('\n')}`);
}
