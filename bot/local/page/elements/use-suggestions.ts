import { useEffect, useRef, useState } from 'react';
import type { PageFormText } from '../../../../core/text/page-form-text.ts';
import type { JsonObject } from '../json-value.ts';

/** After the last letter, so that not every letter of a word is asked for. */
const TYPING_PAUSE_MS = 200;

/** What the bot suggests for what was typed last. */
export interface Suggestions {
  readonly options: readonly JsonObject[];
  /** What to say in the place of options; null when there are some. */
  readonly note: string | null;
  readonly ask: (query: string) => void;
}

/** Asks the bot as one types, from `minLength` letters on; an answer that comes too late is dropped. */
export function useSuggestions(
  suggest: (query: string) => Promise<readonly JsonObject[]>,
  minLength: number,
  text: PageFormText,
): Suggestions {
  const [state, setState] = useState<{ query: string; options: readonly JsonObject[] | null }>({
    query: '',
    options: null,
  });
  const asked = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const missing = minLength - state.query.length;
  return {
    options: missing > 0 ? [] : (state.options ?? []),
    note:
      missing > 0
        ? text.typeMore(missing)
        : state.options === null
          ? text.loading
          : state.options.length === 0
            ? text.noResults
            : null,
    ask(query) {
      asked.current = query;
      clearTimeout(timer.current);
      setState({ query, options: null });
      if (query.length < minLength) return;
      const fetchOptions = async () => {
        const options = await suggest(query);
        if (asked.current === query) setState({ query, options });
      };
      timer.current = setTimeout(() => void fetchOptions(), TYPING_PAUSE_MS);
    },
  };
}
