/** A file whose table cannot be imported; `message` is the sentence for the reader, in their language. */
export class UnusableTableError extends Error {
  override readonly name = 'UnusableTableError';
}
