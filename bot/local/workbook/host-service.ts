/**
 * What a call of a Google service does, as permission goes: `free` needs none (logging, utilities, the user's locale), `menu`
 * adds menus, `ui` shows something, `storage` keeps properties, cache and locks, `read` and `write` touch the workbook.
 */
export type Access = 'free' | 'menu' | 'ui' | 'storage' | 'read' | 'write';

/** One call that the services inside the script's context make to the world outside. */
export interface HostService {
  readonly access: Access;
  /**
   * Answers the call. Parameters arrive as JSON made them, the answer leaves as JSON (undefined as null). Whatever it throws
   * becomes an exception inside the script: a `ServiceError` with its message, anything else as a fault of the stand-in.
   */
  readonly answer: (...parameters: never[]) => unknown;
}

/** Calls by their name in Google's reference, so that messages and counts read as there: `Range.setValues`. */
export type HostServices = Readonly<Record<string, HostService>>;

/** What a Google service throws: the script sees an error of the name `Exception` with this message. */
export class ServiceError extends Error {
  override readonly name = 'Exception';
}
