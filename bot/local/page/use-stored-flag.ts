import { useState } from 'react';

/** A choice between two that outlives a reload; `initially` until one has chosen. */
export function useStoredFlag(
  key: string,
  initially: boolean,
): readonly [value: boolean, set: (value: boolean) => void] {
  const [value, setValue] = useState(() => {
    const stored = localStorage.getItem(key);
    return stored === null ? initially : stored === 'yes';
  });
  return [
    value,
    (next) => {
      localStorage.setItem(key, next ? 'yes' : 'no');
      setValue(next);
    },
  ];
}
