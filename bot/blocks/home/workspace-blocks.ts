import { HOME_WORKSPACE_TEXT } from '../../../core/text/home-workspace-text.ts';
import { type Block, header, paragraph } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';

/** How a workspace is set up. */
export interface WorkspaceShown {
  /** Sample customers that are still on file. */
  readonly samples: number;
}

/** The page about the workspace itself. */
export function workspaceBlocks({ samples }: WorkspaceShown, { language }: Viewer): Block[] {
  const text = HOME_WORKSPACE_TEXT[language];
  return [header(text.title), paragraph(samples === 0 ? text.noSamples : text.samples(samples))];
}
