import { createContext, useContext, useState } from 'react';
import type { PagePlace } from '../../page-protocol.ts';
import { type JsonObject, textIn } from '../json-value.ts';
import { useConfirm } from '../modals/use-confirm.tsx';
import { usePage } from '../page-context.ts';
import type { ActResult } from '../page-server.ts';
import { type FieldValue, initialValue, inputOf } from './field-value.ts';

/** What blocks stand on: a message, a modal or Home, with what was filled in there. */
export interface Surface {
  readonly place: PagePlace;
  /** The channel of the message, or that one looks at. */
  readonly channel: string | null;
  /** What was filled in; undefined when nobody has touched the element. */
  valueOf(blockId: string, actionId: string): FieldValue | undefined;
  change(blockId: string, actionId: string, value: FieldValue): void;
  /** Sentences under input blocks, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Tells the person how an act ended. */
  report(result: ActResult): void;
}

/** Given around blocks by a message, a modal or Home. */
export const SurfaceContext = createContext<Surface | null>(null);

/** What the blocks around a component stand on. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('There is no surface around these blocks.');
  return surface;
}

/** One element of a block, as its component sees it. */
export interface ElementProps {
  readonly blockId: string;
  readonly element: JsonObject;
  /** Whether a change is told to the bot at once: everywhere but in input blocks without `dispatch_action`. */
  readonly dispatches: boolean;
  /** The input block's label element; null outside input blocks, where the placeholder names the element. */
  readonly labelId: string | null;
  /** The input block's hint and error. */
  readonly describedBy?: string | undefined;
}

/** An element's value and acts. */
export interface ElementState {
  readonly value: FieldValue;
  readonly isBusy: boolean;
  /** Takes a new value, after the element's own "are you sure". */
  readonly choose: (value: FieldValue) => Promise<void>;
  /** Takes a new value and tells nobody. */
  readonly keep: (value: FieldValue) => void;
  readonly press: () => Promise<void>;
  /** The bot's options for what was typed. */
  readonly suggest: (query: string) => Promise<readonly JsonObject[]>;
}

/** The value of an element and what a person can do with it. */
export function useElement({ blockId, element, dispatches }: ElementProps): ElementState {
  const surface = useSurface();
  const { server } = usePage();
  const confirm = useConfirm();
  const [busy, setBusy] = useState(0);
  const actionId = textIn(element['action_id']);
  const at = { place: surface.place, blockId, actionId };

  const whileBusy = async (act: () => Promise<ActResult>) => {
    setBusy((count) => count + 1);
    surface.report(await act());
    setBusy((count) => count - 1);
  };

  return {
    value: surface.valueOf(blockId, actionId) ?? initialValue(element),
    isBusy: busy > 0,
    async choose(value) {
      if (!(await confirm(element['confirm']))) return;
      // An overflow menu keeps nothing.
      if (element['type'] !== 'overflow') surface.change(blockId, actionId, value);
      if (dispatches) await whileBusy(() => server.act({ kind: 'choose', ...at, input: inputOf(element, value) }));
    },
    keep: (value) => surface.change(blockId, actionId, value),
    async press() {
      const value = typeof element['value'] === 'string' ? element['value'] : null;
      if (await confirm(element['confirm'])) await whileBusy(() => server.act({ kind: 'press', ...at, value }));
    },
    async suggest(query) {
      const result = await server.act({ kind: 'suggest', ...at, query });
      if (result.kind === 'options') return result.options;
      surface.report(result);
      return [];
    },
  };
}
