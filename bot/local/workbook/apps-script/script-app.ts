import { enumeration } from './enumeration.ts';

/** Under which authorisation a trigger runs. */
export type AuthModeName = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

/** `ScriptApp.AuthMode`. documented */
export const AUTH_MODES = enumeration('NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
