import type { AuthModeName } from './apps-script/script-app.ts';
import type { Access } from './host-service.ts';

/**
 * Under which authorisation an execution runs. `NONE`: `onOpen` of an add-on that is installed and has not been used in this
 * spreadsheet; `LIMITED`: `onOpen` where it has; `CUSTOM_FUNCTION`: in a cell; `FULL`: the menu, the sidebar, `onInstall`. documented
 */
export type AuthMode = AuthModeName;

const SHEETS = 'https://www.googleapis.com/auth/spreadsheets';

/** Any one of these scopes allows it; an access that is not here needs none. documented */
const SCOPES: Readonly<Partial<Record<Access, readonly string[]>>> = {
  ui: ['https://www.googleapis.com/auth/script.container.ui'],
  read: [`${SHEETS}.currentonly`, SHEETS],
  write: [`${SHEETS}.currentonly`, SHEETS],
};

/**
 * What each mode allows, from Google's tables of add-on authorisation and of services for custom functions (documented): with
 * NONE menus, the user's language and what needs no authorisation at all; with LIMITED the document too, but nothing is shown;
 * a custom function reads, changes nothing, and has no user interface. That it may not ask for the user's language is assumed:
 * `Session` is not among its services.
 */
const ALLOWED: Readonly<Record<AuthMode, readonly Access[]>> = {
  NONE: ['free', 'locale', 'menu'],
  LIMITED: ['free', 'locale', 'menu', 'storage', 'read', 'write'],
  CUSTOM_FUNCTION: ['free', 'storage', 'read'],
  FULL: ['free', 'locale', 'menu', 'ui', 'storage', 'read', 'write'],
};

/**
 * Why a call may not be made, in Google's words; undefined when it may. `name` as in Google's reference, `scopes` those of the
 * manifest. The words are observed, not documented.
 */
export function refusalOf(name: string, access: Access, mode: AuthMode, scopes: readonly string[]): string | undefined {
  const needed = SCOPES[access] ?? [];
  const required = needed.length === 0 ? '' : ` Required permissions: ${needed.length > 1 ? `(${needed.join(' || ')})` : needed[0]}`;
  if (needed.length > 0 && !needed.some((scope) => scopes.includes(scope)))
    return `Specified permissions are not sufficient to call ${name}.${required}`;
  if (ALLOWED[mode].includes(access)) return undefined;
  if (access === 'menu' || (access === 'ui' && mode === 'CUSTOM_FUNCTION')) return `Cannot call ${name}() from this context.`;
  return `You do not have permission to call ${name}.${required}`;
}

/** What a method of SpreadsheetApp's classes does, told by its name. */
export function spreadsheetAccess(method: string): Access {
  if (method === 'getUi') return 'menu';
  if (method === 'toast') return 'ui';
  return READING.test(method) ? 'read' : 'write';
}

/** Builders (`newConditionalFormatRule`, `whenFormulaSatisfied`, `build`) change nothing until their result is set. */
const READING = /^(get|is|has|can|find|new|create|offset|where?n?[A-Z]|with|on[A-Z]|build|copy$|as[A-Z]|flush$|inUse)/;
