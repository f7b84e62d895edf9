import type { Frame, Page } from 'playwright-core';
import type { FrameRequest, RunResult } from '../../bot/local/workbook/google-script/frame-messages.ts';
import { withGoogleScript } from '../../bot/local/workbook/google-script/with-google-script.ts';

/** A page of the add-on that is shown in a sidebar. */
export interface SidebarFrame {
  readonly frame: Frame;
  /** What it asked of the page around it, runs aside. */
  readonly asked: readonly FrameRequest[];
}

/** Answers a call of `google.script.run`. */
export type AnswerRun = (functionName: string, given: readonly unknown[]) => RunResult | Promise<RunResult>;

const WIDTH_PX = 300;
const HEIGHT_PX = 800;

/**
 * Shows `html` as Google Sheets shows a sidebar: 300 pixels wide, in a frame of its own that can do nothing but run its script
 * and ask. `answer` is the script behind it; its answers may come in any order. For a browser page that shows nothing yet.
 */
export async function showSidebar(page: Page, html: string, answer: AnswerRun): Promise<SidebarFrame> {
  const asked: FrameRequest[] = [];
  await page.exposeFunction('askedByFrame', async (request: FrameRequest) => {
    if (request.kind === 'run')
      return { kind: 'ran', id: request.id, result: await answer(request.functionName, request.arguments) };
    asked.push(request);
    return null;
  });
  await page.setContent(`<!DOCTYPE html><html lang="en"><title>Spreadsheet</title><script>
    addEventListener('message', async ({ data, source }) => {
      const answered = await askedByFrame(data);
      if (answered) source.postMessage(answered, '*');
    });</script><body></body></html>`);
  await page.evaluate(
    `((html) => {
      const frame = document.createElement('iframe');
      frame.title = 'Sidebar';
      frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-downloads');
      frame.style = 'width: ${WIDTH_PX}px; height: ${HEIGHT_PX}px; border: 0';
      frame.srcdoc = html;
      document.body.append(frame);
      return new Promise((resolve) => { frame.onload = () => resolve(); });
    })(${JSON.stringify(await withGoogleScript(html))})`,
  );
  const frame = page.frames().at(-1);
  if (frame === undefined) throw new Error('The sidebar was not shown.');
  return { frame, asked };
}
