import type { Viewer } from '../blocks/viewer.ts';
import { clocksIn } from '../clock.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import type { Services, Workspace } from './services.ts';

/** Who sent a command or pressed a button, by Slack's ids. */
export interface Asker {
  readonly userId: string;
  /** The workspace the person belongs to: another one in channels shared between companies. */
  readonly teamId: string;
  readonly enterpriseId: string | null;
}

/** The sender of a command. */
export function commandAsker(command: { user_id: string; team_id: string; enterprise_id?: string }): Asker {
  return { userId: command.user_id, teamId: command.team_id, enterpriseId: command.enterprise_id ?? null };
}

/** The person who pressed a button or chose an option. */
export function actionAsker(body: {
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly team: { readonly id: string; readonly enterprise_id?: string } | null;
  readonly enterprise?: { readonly id: string } | null;
}): Asker {
  return {
    userId: body.user.id,
    teamId: body.user.team_id ?? body.team?.id ?? '',
    enterpriseId: body.enterprise?.id ?? body.team?.enterprise_id ?? null,
  };
}

/** Whether the person may see the workspace's customers at all: people of other companies in a shared channel may not. */
export function belongsHere(asker: Asker, workspace: Workspace): boolean {
  if (asker.teamId === workspace.id) return true;
  return workspace.enterpriseId !== null && asker.enterpriseId === workspace.enterpriseId;
}

/** In what language and on which day the person reads. */
export async function viewerOf(asker: Asker, services: Services): Promise<Viewer> {
  const { language, timeZone } = await services.people.find(asker.userId);
  const clocks = clocksIn(timeZone);
  const now = services.clock.now();
  return { language, now, today: clocks.dayOf(now), ...clocks };
}

/** What the asker's use cases are given. */
export async function contextOf(asker: Asker, services: Services): Promise<UseCaseContext> {
  const { db, clock, workspace } = services;
  const { profile } = await services.people.find(asker.userId);
  return { db, clock, actor: await services.useCases.recogniseMember(workspace.id, profile) };
}
