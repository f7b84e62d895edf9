import type { Language } from '../../../core/text/language.ts';
import { SHEET_SAMPLE_TEXT, type SheetSampleText } from '../../../core/text/sheet-sample-text.ts';

/** A table as a team keeps it, as one would type it: a title above the headings, a total below the rows. */
export interface SampleTable {
  readonly sheetName: string;
  /** The headings are the third row. */
  readonly rows: readonly (readonly string[])[];
}

/** Row and column of the headings, 0-based. */
export const SAMPLE_HEADER_ROW = 2;

/**
 * The table with which the page *Sheet* begins: 30 rows as untidy as real ones. Amounts and shares are written in several ways,
 * a customer stands there twice, one has a day that there is none of, one's name looks like a formula.
 */
export function sampleTable(language: Language): SampleTable {
  const words = SHEET_SAMPLE_TEXT[language];
  const rows = FIGURES.map((figures, at) => [words.names[at] ?? '', regionOf(words, at), ...figures]);
  return {
    sheetName: words.sheetName,
    rows: [[words.title], [], words.headings, ...rows, [words.total, '', '=SUM(C4:C33)']],
  };
}

/** Not every region is known. */
function regionOf({ regions }: SheetSampleText, at: number): string {
  return at % 5 === 3 ? '' : (regions[(at * 3) % regions.length] ?? '');
}

/** Sales, payment collection, order stability, customer since, complaint rate, satisfaction. */
const FIGURES: readonly (readonly string[])[] = [
  ['862.5', '97%', '91%', '2019-05-16', '0.2%', '4.8'],
  ['1,110.9', '0.98', '83%', '2020/4/27', '0.7%', '4.7'],
  ['137.9', '100%', '74%', '2020-12-10', '0.04', '4.9'],
  ['52.9', '93%', '７８％', '2018-04-06', '3%', '3.9'],
  ['410', '88%', '66%', '2021-08-30', '1.5%', '4.1'],
  ['28.4', '61%', '35%', '2024-02-14', '9%', '2.2'],
  ['640.2', '95%', '88%', '2017-11-02', '0.4%', '4.6'],
  ['95', '79%', '52%', '2023-06-01', '4.5%', '3.4'],
  ['233.7', '90%', '71%', '2022-01-20', '2.1%', '4.0'],
  ['1,480', '99%', '95%', '2015-03-09', '0.1%', '4.9'],
  ['17.5', '55%', '28%', '2025-05-05', '11%', '1.9'],
  ['305.6', '85%', '69%', '2021-02-30', '1.9%', '4.2'],
  ['71.3', '72%', '47%', '2022-10-17', '5%', '3.1'],
  ['520', '96%', '80%', '2019-09-12', '0.8%', '4.5'],
  ['', '83%', '60%', '2023-03-28', '2.6%', '3.8'],
  ['188.8', '91%', '75%', '2020-07-07', '1.2%', '4.3'],
  ['862.5', '97%', '91%', '2019-05-16', '0.2%', '4.8'],
  ['44', '68%', '40%', '2024-08-19', '6.5%', '2.8'],
  ['356', '89%', '77%', '2018-12-03', '1.1%', '4.4'],
  ['12.2', 'n/a', '22%', '2025-09-23', '14%', '2.0'],
  ['270.5', '86%', '64%', '2021-05-11', '2.3%', '3.9'],
  ['905', '98%', '92%', '2016-06-24', '0.3%', '4.7'],
  ['63.8', '75%', '49%', '2023-01-09', '4%', '3.3'],
  ['148', '87%', '58%', '2022-04-04', '2.9%', '3.7'],
  ['(12.5)', '40%', '15%', '2024-11-11', '18%', '1.5'],
  ['725.1', '94%', '86%', '2018-02-15', '0.6%', '4.6'],
  ['210', '84%', '63%', '2020-10-26', '1.8%', '4.0'],
  ['39.9', '66%', '38%', '2024-05-30', '7.2%', '2.6'],
  ['480', '92%', '79%', '2019-01-31', '0.9%', '4.4'],
  ['118.6', '81%', '55%', '2021-12-13', '3.3%', '3.6'],
];
