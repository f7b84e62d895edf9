import { cellValue } from './cell-entries.ts';
import { type GuestParts, objectOf, type RangeState, stateIn } from './guest-parts.ts';
import type { Box, ClearedPart } from './spreadsheet-host.ts';
import {
  type Argument,
  exception,
  gridOf,
  type Signature,
  settings,
  takes,
  text,
  textOrNull,
  yesNo,
} from './strict-service.ts';

type Methods = { readonly [method: string]: readonly Signature<RangeState>[] };

/** The methods of Range that tell, change and clear what its cells hold: values, formulas, notes, validation. */
export function rangeContents(parts: GuestParts): Methods {
  return { ...contentMethods(parts), ...clearingMethods(parts) };
}

function contentMethods(parts: GuestParts): Methods {
  const { host } = parts;
  const isRule = objectOf(parts, 'dataValidation');
  const aRule: Argument<object | null> = {
    name: 'DataValidation',
    fits: (value): value is object | null => value === null || isRule.fits(value),
  };
  const jsonOf = (rule: object | null) => (rule === null ? null : stateIn(parts.dataValidation, rule));
  return {
    getValue: [takes([], ({ state }) => host.values(firstCell(state))[0]?.[0])],
    getValues: [takes([], ({ state }) => host.values(state))],
    getDisplayValue: [takes([], ({ state }) => host.displayValues(firstCell(state))[0]?.[0])],
    getDisplayValues: [takes([], ({ state }) => host.displayValues(state))],
    getFormula: [takes([], ({ state }) => host.formulas(firstCell(state))[0]?.[0])],
    getFormulas: [takes([], ({ state }) => host.formulas(state))],
    getNote: [takes([], ({ state }) => host.notes(firstCell(state))[0]?.[0])],
    getNotes: [takes([], ({ state }) => host.notes(state))],
    isBlank: [takes([], ({ state }) => host.values(state).every((line) => line.every((value) => value === '')))],
    // documented: one value for every cell of the range
    setValue: [
      takes([cellValue], ({ state, self }, value) => {
        host.setValues(state, filled(state, value));
        return self;
      }),
    ],
    setValues: [
      takes([gridOf(cellValue)], ({ state, self }, values) => {
        host.setValues(state, values);
        return self;
      }),
    ],
    setFormula: [
      takes([text], ({ state, self }, formula) => {
        host.setFormulas(state, filled(state, formula));
        return self;
      }),
    ],
    setFormulas: [
      takes([gridOf(text)], ({ state, self }, formulas) => {
        host.setFormulas(state, formulas);
        return self;
      }),
    ],
    setNote: [
      takes([textOrNull], ({ state, self }, note) => {
        host.setNotes(state, filled(state, note ?? ''));
        return self;
      }),
    ],
    setNotes: [
      takes([gridOf(textOrNull)], ({ state, self }, notes) => {
        host.setNotes(
          state,
          notes.map((line) => line.map((note) => note ?? '')),
        );
        return self;
      }),
    ],
    getDataValidation: [takes([], ({ state }) => asRule(parts, host.validations(firstCell(state))[0]?.[0] ?? null))],
    getDataValidations: [
      takes([], ({ state }) => host.validations(state).map((line) => line.map((rule) => asRule(parts, rule)))),
    ],
    setDataValidation: [
      takes([aRule], ({ state, self }, rule) => {
        host.setValidations(state, filled(state, jsonOf(rule)));
        return self;
      }),
    ],
    setDataValidations: [
      takes([gridOf(aRule)], ({ state, self }, rules) => {
        host.setValidations(
          state,
          rules.map((line) => line.map(jsonOf)),
        );
        return self;
      }),
    ],
  };
}

function clearingMethods(parts: GuestParts): Methods {
  const cleared = (state: RangeState, self: object, what: readonly ClearedPart[]) => {
    parts.host.clear(state, what);
    return self;
  };
  return {
    // documented: contents and formats; assumed: notes and validation stay
    clear: [
      takes([], ({ state, self }) => cleared(state, self, ['contents', 'formats'])),
      takes([settings], ({ state, self }, options) => cleared(state, self, clearedBy(options))),
    ],
    clearContent: [takes([], ({ state, self }) => cleared(state, self, ['contents']))],
    clearFormat: [takes([], ({ state, self }) => cleared(state, self, ['formats']))],
    clearNote: [takes([], ({ state, self }) => cleared(state, self, ['notes']))],
    clearDataValidations: [takes([], ({ state, self }) => cleared(state, self, ['validations']))],
  };
}

const CLEARED_BY: Readonly<Record<string, ClearedPart>> = {
  contentsOnly: 'contents',
  formatOnly: 'formats',
  commentsOnly: 'notes',
  validationsOnly: 'validations',
};

/** Several options together clear each of their parts (assumed). */
function clearedBy(options: Record<string, unknown>): ClearedPart[] {
  const wanted: ClearedPart[] = [];
  for (const option of Object.keys(options)) {
    const part = CLEARED_BY[option];
    if (part === undefined || !yesNo.fits(options[option]))
      throw exception(`clear has no option ${option} that this stand-in knows.`);
    if (options[option]) wanted.push(part);
  }
  return wanted.length > 0 ? wanted : ['contents', 'formats'];
}

function asRule(parts: GuestParts, json: string | null): object | null {
  return json === null ? null : parts.dataValidation.of(json);
}

function firstCell(state: RangeState): Box {
  return { sheetId: state.sheetId, row: state.row, column: state.column, rows: 1, columns: 1 };
}

/** One thing for each cell. */
function filled<Item>({ rows, columns }: Box, item: Item): Item[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => item));
}
