import type {
  ActAnswer,
  ClockAct,
  ClockState,
  PageAct,
  Refusal,
  TableChoices,
  TableResult,
  UndoneImport,
  UploadedTable,
} from '../page-protocol.ts';

/** The server could not be reached, or answered something that is no answer. */
export interface Unreachable {
  readonly kind: 'unreachable';
}

/** Why something did not happen. */
export type Failure = Refusal | Unreachable;

/** How an act ended, as far as the page can know. */
export type ActResult = ActAnswer | Failure;

/** What the page asks of its server, for one person. Nothing here rejects. */
export interface PageServer {
  act(act: PageAct): Promise<ActResult>;
  setClock(act: ClockAct): Promise<ClockState | Failure>;
  shareFile(channel: string, file: File): Promise<ActResult>;
  uploadTable(file: File): Promise<UploadedTable | Failure>;
  previewTable(id: string, choices: TableChoices): Promise<UploadedTable | Failure>;
  importTable(id: string, choices: TableChoices): Promise<TableResult | Failure>;
  undoImport(id: string): Promise<UndoneImport | Failure>;
}

/** Speaks for the person with this id. */
export function createPageServer(as: string): PageServer {
  const post = <T extends object>(path: string, query: Record<string, string>, body: Blob) =>
    askServer<T>(as, path, query, body);
  const json = (value: unknown) => new Blob([JSON.stringify(value)], { type: 'application/json' });
  return {
    act: (act) => post<ActAnswer>('act', {}, json(act)),
    setClock: (act) => post<ClockState>('clock', {}, json(act)),
    shareFile: (channel, file) => post<ActAnswer>('files', { channel, name: file.name }, file),
    uploadTable: (file) => post<UploadedTable>('tables', { name: file.name }, file),
    previewTable: (id, choices) => post<UploadedTable>(`tables/${encodeURIComponent(id)}/preview`, {}, json(choices)),
    importTable: (id, choices) => post<TableResult>(`tables/${encodeURIComponent(id)}/import`, {}, json(choices)),
    undoImport: (id) => post<UndoneImport>(`imports/${encodeURIComponent(id)}/undo`, {}, json({})),
  };
}

/** Asks for `/local/PATH`, with a body by POST, for a person. Never rejects. */
export async function askServer<T extends object>(
  as: string,
  path: string,
  query: Record<string, string>,
  body?: Blob,
): Promise<T | Failure> {
  try {
    const address = `/local/${path}?${new URLSearchParams({ as, ...query }).toString()}`;
    const response = await fetch(address, body === undefined ? {} : { method: 'POST', body });
    const answer = (await response.json()) as unknown;
    if (typeof answer !== 'object' || answer === null) return { kind: 'unreachable' };
    if (!response.ok && !isFailure(answer)) return { kind: 'unreachable' };
    return answer as T | Failure;
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whether an answer says that something did not happen. */
export function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && (answer.kind === 'refused' || answer.kind === 'unreachable');
}
