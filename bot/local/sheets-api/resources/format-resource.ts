import type { CellFormat } from '../../workbook/cell.ts';
import { numberFormatKind } from '../../workbook/number-format.ts';
import type { FormatChange } from '../../workbook/write-cells.ts';
import { type FieldMask, inMask } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';

type Format = Message<'CellFormat'>;
type NumberType = NonNullable<Message<'NumberFormat'>['type']>;

/** A cell's format as the API has it; undefined: nothing is set. */
export function formatResource(format: CellFormat): Format | undefined {
  const { background, fontColor, fontStyle, fontWeight, horizontalAlignment, numberFormat, verticalAlignment, wrap } =
    format;
  const textFormat = {
    ...(fontColor === undefined ? {} : colours('foreground', fontColor)),
    ...(fontWeight === undefined ? {} : { bold: true }),
    ...(fontStyle === undefined ? {} : { italic: true }),
  };
  const whole: Format = {
    ...(numberFormat === undefined ? {} : { numberFormat: { type: typeOf(numberFormat), pattern: numberFormat } }),
    ...(background === undefined ? {} : colours('background', background)),
    ...(horizontalAlignment === undefined ? {} : { horizontalAlignment: HORIZONTAL[horizontalAlignment] }),
    ...(verticalAlignment === undefined ? {} : { verticalAlignment: VERTICAL[verticalAlignment] }),
    ...(wrap === undefined ? {} : { wrapStrategy: WRAP[wrap] }),
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
  };
  return Object.keys(whole).length === 0 ? undefined : whole;
}

/** A format with the spreadsheet's defaults where nothing is set (documented: white, black, bottom, overflow). */
export function effectiveFormat(format: Format | undefined): Format {
  return {
    ...colours('background', '#ffffff'),
    verticalAlignment: 'BOTTOM',
    wrapStrategy: 'OVERFLOW_CELL',
    ...format,
    textFormat: { ...colours('foreground', '#000000'), bold: false, italic: false, ...format?.textFormat },
  };
}

/** What of a cell's format changes by a request; what the mask means and the format leaves out is the default again. */
export function formatChange(format: Format, mask: FieldMask): FormatChange {
  const change: { -readonly [Part in keyof FormatChange]: FormatChange[Part] } = {};
  const isMeant = (field: string) => inMask(mask, field) !== undefined;
  if (isMeant('numberFormat')) change.numberFormat = patternOf(format.numberFormat);
  if (isMeant('backgroundColor') || isMeant('backgroundColorStyle'))
    change.background = colourOf(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  if (isMeant('horizontalAlignment'))
    change.horizontalAlignment = keyOf(HORIZONTAL, format.horizontalAlignment) as CellFormat['horizontalAlignment'];
  if (isMeant('verticalAlignment'))
    change.verticalAlignment = keyOf(VERTICAL, format.verticalAlignment) as CellFormat['verticalAlignment'];
  if (isMeant('wrapStrategy')) change.wrap = keyOf(WRAP, format.wrapStrategy) as CellFormat['wrap'];
  const text = inMask(mask, 'textFormat');
  if (text === undefined) return change;
  const { bold, foregroundColor, foregroundColorStyle, italic } = format.textFormat ?? {};
  const isTextMeant = (field: string) => inMask(text, field) !== undefined;
  if (isTextMeant('foregroundColor') || isTextMeant('foregroundColorStyle'))
    change.fontColor = colourOf(foregroundColorStyle?.rgbColor ?? foregroundColor);
  if (isTextMeant('bold')) change.fontWeight = bold === true ? 'bold' : undefined;
  if (isTextMeant('italic')) change.fontStyle = italic === true ? 'italic' : undefined;
  return change;
}

/** `#rrggbb` of shares of red, green and blue, 0 when left out (documented); undefined: no colour. */
export function colourOf(colour: Message<'Color'> | undefined): string | undefined {
  if (colour === undefined) return undefined;
  const { blue = 0, green = 0, red = 0 } = colour;
  const digits = [red, green, blue].map((share) =>
    Math.round(Math.min(1, Math.max(0, share)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

/** Shares of red, green and blue; a share of 0 is left out (observed). */
export function colourResource(colour: string): Message<'Color'> {
  const share = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) / 255;
  const [red, green, blue] = [share(1), share(3), share(5)];
  return { ...(red === 0 ? {} : { red }), ...(green === 0 ? {} : { green }), ...(blue === 0 ? {} : { blue }) };
}

function colours(of: 'background' | 'foreground', colour: string): object {
  const color = colourResource(colour);
  return { [`${of}Color`]: color, [`${of}ColorStyle`]: { rgbColor: color } };
}

function typeOf(pattern: string): NumberType {
  const kind = numberFormatKind(pattern);
  if (kind === 'text') return 'TEXT';
  if (kind === 'date') return 'DATE';
  if (kind === 'time') return 'TIME';
  if (kind === 'datetime') return 'DATE_TIME';
  if (pattern.includes('%')) return 'PERCENT';
  if (/E[+-]/.test(pattern)) return 'SCIENTIFIC';
  return /\p{Sc}/u.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

/** A type without a pattern is shown as the locale's default (documented); which that is, is assumed. */
function patternOf(format: Message<'NumberFormat'> | undefined): string | undefined {
  if (format?.pattern !== undefined && format.pattern !== '') return format.pattern;
  return format?.type === undefined ? undefined : PATTERNS[format.type];
}

const PATTERNS: Readonly<Record<NumberType, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-mm-dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};
const HORIZONTAL = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
const VERTICAL = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' } as const;
const WRAP = { overflow: 'OVERFLOW_CELL', wrap: 'WRAP', clip: 'CLIP' } as const;

function keyOf(table: Readonly<Record<string, string>>, word: string | undefined): string | undefined {
  return Object.keys(table).find((key) => table[key] === word);
}
