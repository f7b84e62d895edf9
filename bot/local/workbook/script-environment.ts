import type { Clock } from '../../clock.ts';
import type { AddOn } from './add-on.ts';
import type { CachedTexts } from './script-services/cache-services.ts';
import type { Properties } from './script-services/property-services.ts';
import type { AddedMenu } from './ui-parts.ts';
import type { Workbook } from './workbook.ts';

/** Whoever uses the spreadsheet. */
export interface ScriptUser {
  readonly email: string;
  /** As Google tells it: `en`, `zh_TW`, `zh-CN`. */
  readonly locale: string;
}

/**
 * What the executions of one add-on in one spreadsheet have in common. The context of an execution is gone when it ends; what
 * lasts is here and in the workbook.
 */
export interface ScriptEnvironment {
  readonly addOn: AddOn;
  readonly clock: Clock;
  readonly workbook: Workbook;
  readonly lasting: LastingState;
}

/** What outlasts an execution. Stores are by kind, the user's own by `user:` and the e-mail address. */
export interface LastingState {
  readonly properties: Map<string, Properties>;
  readonly caches: Map<string, CachedTexts>;
  /** Which execution holds a lock. */
  readonly locks: Map<string, object>;
  /** Executions that have begun and not ended, by e-mail address. */
  readonly running: Map<string, number>;
  /** What each user's menus are, by e-mail address; a menu added again stands instead of the former one. */
  readonly menus: Map<string, readonly AddedMenu[]>;
}

/** An environment in which nothing has been kept yet. */
export function createScriptEnvironment(parts: Omit<ScriptEnvironment, 'lasting'>): ScriptEnvironment {
  return {
    ...parts,
    lasting: {
      properties: new Map(),
      caches: new Map(),
      locks: new Map(),
      running: new Map(),
      menus: new Map(),
    },
  };
}
