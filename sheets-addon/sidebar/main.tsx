import { render } from 'preact';
import { LANGUAGES } from '../../core/text/language.ts';
import type { Opening, Screen } from '../protocol.ts';
import { App } from './app.tsx';
import { type ScriptRunner, scriptCalls } from './call-script.ts';

declare const google: { readonly script: { readonly run: ScriptRunner } };

const SCREENS: readonly Screen[] = ['table', 'grade', 'undo', 'summary', 'schemes', 'help'];

/** As `openedPage` wrote it into the page. */
function openingOf({ dataset }: HTMLElement): Opening {
  return {
    screen: SCREENS.find((one) => one === dataset['screen']) ?? 'table',
    language: LANGUAGES.find((one) => one === dataset['language']) ?? 'en',
  };
}

const root = document.getElementById('tierbook');
if (root !== null) {
  const script = scriptCalls(google.script.run, {
    isOnline: () => navigator.onLine,
    after(ms, callBack) {
      const timer = setTimeout(callBack, ms);
      return () => {
        clearTimeout(timer);
      };
    },
  });
  const load = async () => (await import('./scheme-library.ts')).schemeLibrary();
  render(<App script={script} opening={openingOf(root)} load={load} />, root);
}
