import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../core/text/language.ts';
import type { Place } from '../protocol.ts';

/** What every part of the sidebar may need. */
export interface SidebarContext {
  readonly language: Language;
  /** Selects a cell in the sheet. */
  readonly jump: (place: Place) => void;
}

/** Given by the app. */
export const SidebarParts = createContext<SidebarContext>({ language: 'en', jump: () => undefined });

/** The language that is spoken and the way into the sheet. */
export function useSidebarContext(): SidebarContext {
  return useContext(SidebarParts);
}
