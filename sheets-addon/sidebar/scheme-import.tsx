import type { VNode } from 'preact';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { useSidebarContext } from './sidebar-context.ts';
import type { Schemes } from './use-schemes.ts';

/** Takes a scheme as JSON: from a file or pasted. */
export function SchemeImport({ schemes }: { readonly schemes: Schemes }): VNode {
  const text = SHEETS_SCHEMES_TEXT[useSidebarContext().language];
  const isRunning = schemes.state.running !== null;
  return (
    <section>
      <h3>{text.import}</h3>
      <p class="quiet">{text.importHint}</p>
      <div class="field">
        <label for="import-file">{text.importFile}</label>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          disabled={isRunning}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // the same file can then be chosen again once it is mended
            currentTarget.value = '';
            if (file !== undefined) schemes.importFile(file);
          }}
        />
      </div>
      <div class="field">
        <label for="import-text">{text.importText}</label>
        <textarea
          id="import-text"
          class="json"
          rows={5}
          spellcheck={false}
          value={schemes.state.draft}
          onInput={({ currentTarget }) => {
            schemes.draft(currentTarget.value);
          }}
        />
      </div>
      <div class="actions">
        <button type="button" disabled={isRunning} onClick={schemes.importDraft}>
          {text.import}
        </button>
      </div>
    </section>
  );
}
