/** Where a conversation's unsent text is kept: for this tab, through reloads and lost connections. */
export function draftKey(personId: string, channel: string, threadTs: string | null): string {
  return `tierbook.draft.${personId}.${channel}.${threadTs ?? ''}`;
}

/** The unsent text; empty when there is none. */
export function readDraft(storage: Storage, key: string): string {
  return storage.getItem(key) ?? '';
}

/** Keeps the unsent text; the empty one is forgotten. */
export function keepDraft(storage: Storage, key: string, text: string): void {
  if (text === '') storage.removeItem(key);
  else storage.setItem(key, text);
}
