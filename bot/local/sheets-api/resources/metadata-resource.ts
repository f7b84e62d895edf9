import type { Workbook } from '../../workbook/workbook.ts';
import type { Metadata, MetadataPlace } from '../../workbook/workbook-parts.ts';
import { invalid, notHeld } from '../google-error.ts';
import type { Message } from '../messages/message.ts';
import { lineAt } from '../requests/grid-places.ts';

/** Metadata as the API has it. */
export function metadataResource({ id, key, place, value }: Metadata): Message<'DeveloperMetadata'> {
  return {
    metadataId: id,
    metadataKey: key,
    ...(value === null ? {} : { metadataValue: value }),
    location: locationResource(place),
    visibility: 'DOCUMENT',
  };
}

/**
 * The metadata that an account's project sees: what is marked for one project belongs to another one, since the local workbook
 * takes such marks of scripts only.
 */
export function metadataInSight(workbook: Workbook): readonly Metadata[] {
  return workbook.metadata.all.filter(({ visibility }) => visibility === 'document');
}

/** Where a request wants metadata. Throws INVALID_ARGUMENT when it names no place, or more than one row or column (documented). */
export function placeOf(workbook: Workbook, location: Message<'DeveloperMetadataLocation'> | undefined): MetadataPlace {
  const { dimensionRange, sheetId, spreadsheet } = location ?? {};
  if (dimensionRange !== undefined) {
    const { count, kind, sheet, start } = lineAt(workbook, dimensionRange, 'developerMetadata.location.dimensionRange');
    if (count !== 1) throw invalid('developerMetadata.location.dimensionRange must represent a single row or column.');
    return { on: kind, sheetId: sheet.id, index: start };
  }
  if (sheetId !== undefined) return { on: 'sheet', sheetId: workbook.sheet(sheetId).id };
  if (spreadsheet === true) return { on: 'spreadsheet' };
  throw invalid('developerMetadata.location must be specified.');
}

/** The local workbook cannot tell projects apart. */
export function visibilityOf(visibility: Message<'DeveloperMetadata'>['visibility']): 'document' {
  if (visibility === 'DOCUMENT') return 'document';
  if (visibility === 'PROJECT') throw notHeld('metadata of one project alone');
  throw invalid('developerMetadata.visibility must be specified.');
}

function locationResource(place: MetadataPlace): Message<'DeveloperMetadataLocation'> {
  switch (place.on) {
    case 'spreadsheet':
      return { locationType: 'SPREADSHEET', spreadsheet: true };
    case 'sheet':
      return { locationType: 'SHEET', sheetId: place.sheetId };
    case 'row':
    case 'column':
      return {
        locationType: place.on === 'row' ? 'ROW' : 'COLUMN',
        dimensionRange: {
          sheetId: place.sheetId,
          dimension: place.on === 'row' ? 'ROWS' : 'COLUMNS',
          startIndex: place.index,
          endIndex: place.index + 1,
        },
      };
    default:
      return place satisfies never;
  }
}
