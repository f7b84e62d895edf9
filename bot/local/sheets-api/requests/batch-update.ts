import type { Workbook } from '../../workbook/workbook.ts';
import { googleErrorOf, invalid, prefixed } from '../google-error.ts';
import type { Message } from '../messages/message.ts';
import { repeatCell, updateCells } from './cell-requests.ts';
import { addChart, deleteEmbeddedObject } from './chart-requests.ts';
import {
  appendDimension,
  autoResizeDimensions,
  deleteDimension,
  insertDimension,
  updateDimensionProperties,
} from './line-requests.ts';
import { createDeveloperMetadata, deleteDeveloperMetadata, updateDeveloperMetadata } from './metadata-requests.ts';
import {
  addConditionalFormatRule,
  addNamedRange,
  addProtectedRange,
  clearBasicFilter,
  deleteConditionalFormatRule,
  deleteNamedRange,
  deleteProtectedRange,
  setBasicFilter,
} from './part-requests.ts';
import { addSheet, deleteSheet, updateSheetProperties, updateSpreadsheetProperties } from './sheet-requests.ts';
import type { Target } from './target.ts';
import { rememberWorkbook } from './workbook-memory.ts';

type Kind = keyof Message<'Request'>;
type Held = { readonly [K in Kind]: Message<'Request'>[K] extends undefined ? never : K }[Kind];

/** How each request is carried out; what it returns is its reply. */
const CARRY_OUT: {
  readonly [K in Held]: (target: Target, request: NonNullable<Message<'Request'>[K]>) => object | void;
} = {
  addSheet,
  deleteSheet,
  updateSheetProperties,
  updateSpreadsheetProperties,
  insertDimension,
  deleteDimension,
  appendDimension,
  updateDimensionProperties,
  autoResizeDimensions,
  updateCells,
  repeatCell,
  createDeveloperMetadata,
  updateDeveloperMetadata,
  deleteDeveloperMetadata,
  addChart,
  deleteEmbeddedObject,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  setBasicFilter,
  clearBasicFilter,
  addProtectedRange,
  deleteProtectedRange,
  addNamedRange,
  deleteNamedRange,
};

/**
 * Carries all requests out in their order, or none of them (documented): what an earlier one did is undone when a later one
 * fails. One reply a request, empty where there is nothing to say. Throws INVALID_ARGUMENT that names the request.
 */
export function batchUpdate(
  workbook: Workbook,
  user: string,
  requests: readonly Message<'Request'>[],
): Message<'Response'>[] {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const undo = rememberWorkbook(workbook, requests);
  return requests.map((request, at) => {
    const [kind, ...others] = Object.keys(request) as Kind[];
    try {
      if (kind === undefined || others.length > 0) throw invalid('Exactly one kind of request must be set.');
      const reply = carryOut({ workbook, user }, kind, request[kind]);
      return reply === undefined ? {} : { [kind]: reply };
    } catch (error) {
      undo();
      throw prefixed(googleErrorOf(error), `Invalid requests[${at}]${kind === undefined ? '' : `.${kind}`}: `);
    }
  });
}

function carryOut(target: Target, kind: Kind, request: unknown): object | undefined {
  const carry = CARRY_OUT[kind as Held] as (target: Target, request: unknown) => object | undefined;
  return carry(target, request);
}
