import type { AddedMenu, AlertAnswer, AlertRequest, ShownPage } from '../ui-parts.ts';

/** A store, cache or lock: the document's, the script's or the user's own. */
export type StoreKind = 'document' | 'script' | 'user';

/**
 * What the services within a script's context ask of the world outside, SpreadsheetApp aside. Parameters and answers cross as
 * JSON text; what is thrown becomes the script's exception.
 */
export interface ScriptQuestions {
  /** Before every method of every service; throws when this execution may not call it. */
  readonly entered: (service: string, method: string) => void;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly log: (level: LogLevel, text: string) => void;
  /** Whether the script is bound to a document. */
  readonly hasDocument: () => boolean;

  readonly hasLock: (kind: StoreKind) => boolean;
  /** Whether it is held now. */
  readonly takeLock: (kind: StoreKind) => boolean;
  readonly releaseLock: (kind: StoreKind) => void;

  readonly properties: (kind: StoreKind) => Readonly<Record<string, string>>;
  /** `isAlone`: all others go. */
  readonly setProperties: (kind: StoreKind, texts: Readonly<Record<string, string>>, isAlone: boolean) => void;
  readonly deleteProperty: (kind: StoreKind, key: string) => void;

  /** Those of the keys that are there still. */
  readonly cached: (kind: StoreKind, keys: readonly string[]) => Readonly<Record<string, string>>;
  readonly cache: (kind: StoreKind, texts: Readonly<Record<string, string>>, seconds: number) => void;
  readonly uncache: (kind: StoreKind, keys: readonly string[]) => void;

  readonly userLocale: () => string;
  readonly userKey: () => string;
  readonly timeZone: () => string;
  readonly uuid: () => string;
  /** Of an HTML file, named with or without `.html`; null: there is none. */
  readonly fileContent: (name: string) => string | null;

  readonly addMenu: (menu: AddedMenu) => void;
  readonly alert: (request: AlertRequest) => AlertAnswer;
  readonly show: (page: ShownPage) => void;

  /** The workbook's functions by name, and calling one of them. */
  readonly workbookFunctions: () => readonly string[];
  readonly workbook: (name: string, given: readonly unknown[]) => unknown;
}

export type LogLevel = 'info' | 'warning' | 'error';
