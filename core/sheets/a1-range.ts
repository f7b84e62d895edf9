import { columnLetter } from '../table/column-letter.ts';
import type { Block } from './find-tables.ts';

/** A block as a person knows it: `A1:F20`. */
export function a1Range({ top, left, bottom, right }: Block): string {
  return `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;
}
