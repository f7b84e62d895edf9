import { useState } from 'react';
import type { PageSheetText } from '../../../../core/text/page-sheet-text.ts';

export interface FormulaBarProps {
  readonly text: PageSheetText;
  /** What is selected, by its name. */
  readonly name: string;
  /** What the cell holds, as one would type it. */
  readonly entry: string;
  readonly onTake: (text: string) => void;
  /** Gives the focus back to the cells. */
  readonly onLeave: () => void;
}

/** The name of what is selected, and what the cell holds, which can be edited here as well. */
export function FormulaBar({ entry, name, onLeave, onTake, text }: FormulaBarProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    if (draft !== null && draft !== entry) onTake(draft);
    setDraft(null);
  };
  return (
    <div className="formula-bar">
      <output className="selected-name" aria-label={text.selectedCells}>
        {name}
      </output>
      <textarea
        className="formula-field"
        aria-label={text.formulaBar}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        value={draft ?? entry}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.altKey) return;
          if (event.key === 'Enter') take();
          else if (event.key === 'Escape') setDraft(null);
          else return;
          event.preventDefault();
          onLeave();
        }}
      />
    </div>
  );
}
