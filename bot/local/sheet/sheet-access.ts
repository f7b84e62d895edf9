import { type ChangeFeed, createChangeFeed } from '../change-feed.ts';
import type { LocalUser } from '../local-members.ts';
import type { AddonDesk } from './addon-desk.ts';
import type { SheetDesk, SheetDeskParts } from './sheet-desk.ts';

/** The way to the workbook, which is opened when somebody first asks for it. */
export interface SheetAccess {
  /** The workbook's revision; 0 before it was opened. */
  revision(): number;
  /** Tells of each new revision. */
  readonly changes: ChangeFeed<number>;
  /** `user`: in whose language a new one is begun. */
  open(user: LocalUser): Promise<SheetDesk>;
  /** The add-on at the workbook. */
  openAddon(user: LocalUser): Promise<AddonDesk>;
  /** Keeps what has changed. */
  close(): Promise<void>;
}

/** Nothing has been opened yet. */
export function createSheetAccess(parts: Omit<SheetDeskParts, 'onChange'>): SheetAccess {
  const changes = createChangeFeed<number>();
  let desk: Promise<SheetDesk> | null = null;
  let addon: Promise<AddonDesk> | null = null;
  let revision = 0;
  const access: SheetAccess = {
    revision: () => revision,
    changes,
    open(user) {
      desk ??= (async () => {
        const { openSheetDesk } = await import('./sheet-desk.ts');
        const opened = await openSheetDesk(
          {
            ...parts,
            onChange(next) {
              revision = next;
              changes.publish(next);
            },
          },
          user,
        );
        revision = opened.revision();
        return opened;
      })();
      // A folder that cannot be read now may be readable at the next attempt.
      desk.catch(() => {
        desk = null;
      });
      return desk;
    },
    openAddon(user) {
      addon ??= (async () => {
        const [opened, { openAddonDesk }] = await Promise.all([access.open(user), import('./addon-desk.ts')]);
        return openAddonDesk(opened, parts.now);
      })();
      addon.catch(() => {
        addon = null;
      });
      return addon;
    },
    async close() {
      await (await desk?.catch(() => null))?.close();
    },
  };
  return access;
}
