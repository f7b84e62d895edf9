const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
/** Characters that turn the writing direction for everything after them. */
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A text from outside (a name, a query, a heading) made fit to stand in a line of ours: one line, no control characters,
 * no half characters, at most `max` UTF-16 units with `…` where it was cut. Text that runs from right to left is wrapped in
 * isolating marks, so that it cannot reorder what stands beside it. Everything else stays literally as it is: it may only
 * be put where Slack reads no markup (`plain_text`, `rich_text`) or through {@link escapeMarkup}.
 */
export function plainName(text: string, max: number): string {
  const line = text.toWellFormed().replace(BIDI_CONTROL, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  if (!RIGHT_TO_LEFT.test(line)) return cut(line, max);
  return `\u2068${cut(line, max - 2)}\u2069`;
}

/** Escapes what Slack's markup gives a meaning: for a message's top-level `text`, where `<!channel>` would ping. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `text` in at most `max` UTF-16 units, never ending in half a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text
    .slice(0, max - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
