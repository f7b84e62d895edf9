/** Characters that a cell takes (documented). */
export const CELL_CHARACTERS = 50_000;

/** Cells of all sheets together (documented). */
export const SPREADSHEET_CELLS = 10_000_000;

/** Columns of one sheet (documented). */
export const SHEET_COLUMNS = 18_278;

/** Characters of all metadata of the spreadsheet itself, and again of each sheet (documented). */
export const METADATA_CHARACTERS = 30_000;
