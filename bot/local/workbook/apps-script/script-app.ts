import { serviceEnum } from './service-enum.ts';

/** Under which authorisation a trigger runs. */
export type AuthModeName = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

/** `ScriptApp.AuthMode`. documented */
export const AUTH_MODES = serviceEnum('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
