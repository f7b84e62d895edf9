import type { AuthModeName } from './apps-script/script-app.ts';

/**
 * What a call of a Google service does, as permission goes: `free` needs none (utilities, the script's time zone), `locale` tells
 * about the user, `menu` adds menus, `ui` shows something, `storage` is the script's own (properties, cache, locks, its
 * files), `read` and `write` touch the workbook.
 */
export type Access = 'free' | 'locale' | 'menu' | 'ui' | 'storage' | 'read' | 'write';

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
  const required =
    needed.length === 0 ? '' : ` Required permissions: ${needed.length > 1 ? `(${needed.join(' || ')})` : needed[0]}`;
  if (needed.length > 0 && !needed.some((scope) => scopes.includes(scope)))
    return `Specified permissions are not sufficient to call ${name}.${required}`;
  if (ALLOWED[mode].includes(access)) return undefined;
  if (access === 'menu' || (access === 'ui' && mode === 'CUSTOM_FUNCTION'))
    return `Cannot call ${name}() from this context.`;
  return `You do not have permission to call ${name}.${required}`;
}

/** What a method does, told by its class and name: `LockService.Lock`, `tryLock`. */
export function accessOf(service: string, method: string): Access {
  switch (service.replace(/\..*/, '')) {
    case 'Utilities':
    case 'ScriptApp':
      return 'free';
    case 'Session':
      return method === 'getScriptTimeZone' ? 'free' : 'locale';
    case 'LockService':
    case 'PropertiesService':
    case 'CacheService':
    case 'HtmlService':
      return 'storage';
    case 'Menu':
      return 'menu';
    case 'Ui':
      return method.startsWith('create') ? 'menu' : 'ui';
    default:
      break;
  }
  if (method === 'getUi') return 'menu';
  return READING.test(method) ? 'read' : 'write';
}

/** Builders (`newConditionalFormatRule`, `whenFormulaSatisfied`, `build`) change nothing until their result is set. */
const READING =
  /^(get|is|has|can|find|new|create\w*Finder$|offset$|when|with|on[A-Z]|build$|copy$|as[A-Z]|flush$|requireValue)/;
