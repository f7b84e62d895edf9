/** Where one tab remembers who one was. */
const KEY = 'tierbook.as';

/** Who was asked for in the address (`?as=`, an id or a short name) or was last in this tab; null when neither. */
export function wantedPerson(search: string, storage: Storage): string | null {
  const asked = new URLSearchParams(search).get('as');
  return asked === null || asked === '' ? storage.getItem(KEY) : asked;
}

/** Keeps who one is, for this tab and in its address, so that a reload and a copied address lead back to the person. */
export function rememberPerson(id: string, storage: Storage): void {
  storage.setItem(KEY, id);
  const url = new URL(location.href);
  url.searchParams.set('as', id);
  history.replaceState(null, '', url);
}
