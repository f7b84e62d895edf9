import { workspaceBlocks } from '../../blocks/home/workspace-blocks.ts';
import type { ShowPage } from './home-pages.ts';

/** How the workspace is set up and whether all is well. */
export const workspacePage: ShowPage<'workspace'> = async (services, context, viewer) =>
  workspaceBlocks({ samples: await services.useCases.countSamples(context) }, viewer);
