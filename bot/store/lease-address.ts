import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the process that has the data folder open listens, and the word it wants to hear first. */
export interface LeaseAddress {
  /** A Unix domain socket, or a named pipe on Windows. */
  readonly socket: string;
  readonly token: string;
}

/** A socket's path is cut off at 104 bytes on macOS and 108 on Linux. */
const MAX_SOCKET_PATH_BYTES = 100;
const TEMPORARY_FOLDER = 'tierbook-';

/**
 * Chooses an address for the holder of the folder's lock and clears away what a killed predecessor left; the address
 * is found by others once it is published.
 *
 * The socket stands in a folder that only its owner may enter: in the data folder, or, where that path is too long,
 * in a temporary one.
 */
export async function prepareLeaseAddress(dataDir: string): Promise<LeaseAddress> {
  const left = await readLeaseAddress(dataDir);
  const run = runFolder(dataDir);
  await rm(run, { recursive: true, force: true });
  await removeTemporaryFolder(left);
  await mkdir(run, { mode: 0o700 });
  await chmod(run, 0o700);
  const token = randomBytes(32).toString('hex');
  if (process.platform === 'win32') return { socket: `\\\\.\\pipe\\tierbook-${randomUUID()}`, token };
  const socket = path.resolve(run, 'socket');
  if (Buffer.byteLength(socket) <= MAX_SOCKET_PATH_BYTES) return { socket, token };
  return { socket: path.join(await mkdtemp(path.join(tmpdir(), TEMPORARY_FOLDER)), 'socket'), token };
}

/** Lets others find the address; whole or not at all. */
export async function publishLeaseAddress(dataDir: string, address: LeaseAddress): Promise<void> {
  const file = addressFile(dataDir);
  await writeFile(`${file}.new`, JSON.stringify(address), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** The address that was published last; undefined when there is none. */
export async function readLeaseAddress(dataDir: string): Promise<LeaseAddress | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(addressFile(dataDir), 'utf8'));
    return isAddress(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the address away; called by the holder of the folder's lock before it lets go. */
export async function withdrawLeaseAddress(dataDir: string, address: LeaseAddress): Promise<void> {
  await rm(runFolder(dataDir), { recursive: true, force: true });
  await removeTemporaryFolder(address);
}

async function removeTemporaryFolder(address: LeaseAddress | undefined): Promise<void> {
  if (address === undefined) return;
  const folder = path.dirname(address.socket);
  if (path.dirname(folder) === tmpdir() && path.basename(folder).startsWith(TEMPORARY_FOLDER)) {
    await rm(folder, { recursive: true, force: true });
  }
}

function runFolder(dataDir: string): string {
  return path.join(dataDir, 'run');
}

function addressFile(dataDir: string): string {
  return path.join(runFolder(dataDir), 'address.json');
}

function isAddress(value: unknown): value is LeaseAddress {
  return (
    typeof value === 'object' &&
    value !== null &&
    'socket' in value &&
    typeof value.socket === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  );
}
