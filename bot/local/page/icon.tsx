/** A small picture beside or instead of a word; screen readers pass over it. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const PATHS = {
  back: 'M12 4 6 10l6 6',
  check: 'm4 10.5 4 4 8-9',
  clip: 'm15.5 9-6 6a3.5 3.5 0 0 1-5-5l6.5-6.500a2.3 2.3 0 0 1 3.3 3.300L8 13',
  clock: 'M10 5v5l3.5 2M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z',
  close: 'm5 5 10 10M15 5 5 15',
  down: 'm5 7.5 5 5 5-5',
  eye: 'M2 10s3-5.5 8-5.500S18 10 18 10s-3 5.5-8 5.500S2 10 2 10Zm8 2.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z',
  file: 'M5 2.500h6.500L15.5 6.500v11H5zM11.5 2.500v4h4',
  hash: 'M7.5 3 6 17M14 3l-1.5 14M3.5 7.500h14M2.5 12.500h14',
  help: 'M7.5 7.500a2.5 2.5 0 1 1 3.6 2.200c-.8.4-1.1.9-1.1 1.800M10 14.500v.1M10 17.500a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  more: 'M4.5 10h.1M10 10h.1M15.5 10h.1',
  next: 'm8 4 6 6-6 6',
  play: 'M6 4v12l10-6z',
  plus: 'M10 4v12M4 10h12',
  redo: 'm13 4 3.5 3.500L13 11M16.5 7.500h-8a4.5 4.5 0 0 0 0 9H12',
  send: 'M3 10 17 3.5 13.5 17 9.5 11.500zM9.5 11.5 17 3.5',
  stop: 'M5.5 5.500h9v9h-9z',
  thread: 'M3 4h14v9H9l-4 3.500V13H3z',
  traffic: 'M6.5 3v13m0 0-3-3m3 3 3-3M13.5 17V4m0 0-3 3m3-3 3 3',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.7 11h7.600l.7-11',
  undo: 'M7 4 3.5 7.5 7 11M4 7.500h8a4.5 4.5 0 0 1 0 9H8',
  upload: 'M10 13V4m0 0L6.5 7.500M10 4l3.5 3.500M4 13v3.500h12V13',
};
