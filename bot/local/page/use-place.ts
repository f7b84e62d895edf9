import { useCallback, useEffect, useState } from 'react';

/** The two pages of the local workspace. */
export type Place = 'slack' | 'sheet';

/** The address of each page. */
export const PLACE_PATHS: Readonly<Record<Place, string>> = { slack: '/', sheet: '/sheet' };

/** Which page the address names, and the way to the other one, which the browser's back button goes back. */
export function usePlace(): readonly [place: Place, goTo: (place: Place) => void] {
  const [place, setPlace] = useState(placeNow);
  useEffect(() => {
    const follow = () => setPlace(placeNow());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const goTo = useCallback((next: Place) => {
    if (next !== placeNow()) history.pushState(null, '', PLACE_PATHS[next] + location.search);
    setPlace(next);
  }, []);
  return [place, goTo];
}

function placeNow(): Place {
  return location.pathname === PLACE_PATHS.sheet ? 'sheet' : 'slack';
}
