import { createHash } from 'node:crypto';

/**
 * The id of the job that does what `parts` name: always the same one, so that whoever sends it a second time, from
 * whichever process, adds nothing. A UUID of version 8, for as long as the queue remembers the job (7 days after its end).
 */
export function jobId(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
