/** For `NODE_OPTIONS`: tells on stderr of each module of Google's that a process loads. */
export const TELLING_OF_GOOGLE = `--import=data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      if (/node_modules\\/(googleapis|google-auth-library|gaxios)/.test(found.url)) console.error('loads ' + found.url);
      return found;
    },
  });
`)}`;
