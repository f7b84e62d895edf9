import type { RefObject } from 'react';

export interface FileChooserProps {
  /** Pressed by a button of ours, which has the name. */
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly accept?: string;
  readonly onFiles: (files: FileList) => void;
}

/** The browser's file chooser without its looks. The same file can be chosen twice. */
export function FileChooser({ ref, accept, onFiles }: FileChooserProps) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      hidden
      onChange={({ target }) => {
        if (target.files && target.files.length > 0) onFiles(target.files);
        target.value = '';
      }}
    />
  );
}
