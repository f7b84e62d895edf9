import { roughWidth } from './rough-width.ts';

/** How wide a text of a font of so many pixels is drawn, about. */
export function textWidth(text: string, fontSize: number): number {
  return (roughWidth(text) * fontSize) / GRID_FONT;
}

/** A text that takes no more than about `room` pixels: whole, or its beginning and an ellipsis. */
export function cutText(text: string, room: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= room) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(`${kept}${character}${ELLIPSIS}`, fontSize) > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}${ELLIPSIS}`;
}

/** What rough widths are measured in. */
const GRID_FONT = 13;

const ELLIPSIS = '…';
