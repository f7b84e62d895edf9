import { zipEntries } from './zip-entries.ts';

/** What a file's bytes say it is: a workbook, text, or something that holds no table for us. */
export type SniffedFormat =
  | 'xlsx'
  | 'text'
  | 'old-excel'
  | 'protected'
  | 'damaged-workbook'
  | { readonly kind: string };

/** Recognises a file by its content, whatever its name. */
export function sniffFormat(bytes: Buffer): SniffedFormat {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) {
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'protected' : 'old-excel';
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return sniffArchive(bytes);
  for (const [kind, signature] of SIGNATURES) if (startsWith(bytes, signature)) return { kind };
  const head = bytes.toString('latin1', 0, 1000).trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html|<head|<table)/.test(head)) return { kind: 'HTML' };
  if (head.startsWith('<?xml')) return { kind: 'XML' };
  return 'text';
}

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', ascii('%PDF-')],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', ascii('GIF8')],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['RTF', ascii('{\\rtf')],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['GZIP', [0x1f, 0x8b]],
  ['RAR', ascii('Rar!')],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['SQLite', ascii('SQLite format 3')],
  ['Parquet', ascii('PAR1')],
];

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function sniffArchive(bytes: Buffer): SniffedFormat {
  const entries = zipEntries(bytes);
  if (entries === undefined) return 'damaged-workbook';
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) return { kind: 'Excel binary (.xlsb)' };
  if (names.has('word/document.xml')) return { kind: 'Word' };
  if (names.has('ppt/presentation.xml')) return { kind: 'PowerPoint' };
  if (entries.some((entry) => entry.name.endsWith('.iwa') || entry.name === 'Index.zip')) return { kind: 'Numbers' };
  if (names.has('mimetype') && names.has('content.xml')) return { kind: 'OpenDocument' };
  return { kind: 'ZIP' };
}
