/**
 * A telephone number as it is compared: the last ten digits of the first number in the text, so that a country code or
 * a leading zero makes no difference. Empty when there are fewer than seven digits.
 */
export function comparablePhone(text: string): string {
  const first = text.normalize('NFKC').split(/[/;,、，；|\n]|\bext\b|转|轉/i)[0] ?? '';
  const digits = first.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-10);
}

/** An e-mail address as it is compared; empty when the text is not one address. */
export function comparableEmail(text: string): string {
  const address = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  if (address.length > LONGEST_ADDRESS) return '';
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(address) ? address : '';
}

/** A customer's key as it is compared: case, width and spaces aside; leading zeros count. Empty when there is none. */
export function comparableKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** RFC 5321 allows no longer one. */
const LONGEST_ADDRESS = 254;
