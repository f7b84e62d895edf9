import { WorkbookError } from '../workbook-error.ts';

/**
 * What Apps Script says when the workbook refuses. Observed, word for word, are: protected, wrong-size, cell-too-long,
 * too-many-cells, out-of-bounds, sheet-title, last-sheet, typed-column; the others are assumed.
 */
export function googleWords(error: WorkbookError): string {
  const { code, detail } = error;
  switch (code) {
    case 'protected':
      return 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
    case 'typed-column':
      return 'This operation is not allowed on cells in typed columns.';
    case 'out-of-bounds':
      return 'The coordinates of the range are outside the dimensions of the sheet.';
    case 'wrong-size': {
      const [what = '', has = '', wanted = ''] = detail.split(' ');
      return `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${has} but the range has ${wanted}.`;
    }
    case 'cell-too-long':
      return `Your input contains more than the maximum of ${detail} characters in a single cell.`;
    case 'too-many-cells':
      return `This action would increase the number of cells in the workbook above the limit of ${detail} cells.`;
    case 'sheet-title':
      return detail === ''
        ? 'The sheet name cannot be empty.'
        : `A sheet with the name "${detail}" already exists. Please enter another name.`;
    case 'last-sheet':
      return "You can't remove all the visible sheets in a document.";
    case 'last-row-or-column':
      return "You can't delete all the rows or columns that are not frozen.";
    case 'cuts-a-block':
      return 'You must select all cells in a merged range to merge, sort or move them.';
    case 'metadata-too-long':
      return `Developer metadata may hold no more than ${detail} characters.`;
    case 'metadata-place':
      return 'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';
    case 'no-such-sheet':
      return `Sheet ${detail} not found`;
    case 'no-such-metadata':
    case 'no-such-protection':
    case 'no-such-chart':
      return `There is no ${code.slice('no-such-'.length)} ${detail} any more.`;
    case 'not-understood':
      return `Invalid argument: ${detail}`;
    default:
      return code satisfies never;
  }
}

/** Calls, and says in Google's words what the workbook refuses. */
export function inGoogleWords<Answer>(call: () => Answer): Answer {
  try {
    return call();
  } catch (error) {
    if (error instanceof WorkbookError) throw new Error(googleWords(error), { cause: error });
    throw error;
  }
}
