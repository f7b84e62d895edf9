import type { Workbook } from '../../workbook/workbook.ts';
import type { Metadata, MetadataPlace } from '../../workbook/workbook-parts.ts';
import { invalid } from '../google-error.ts';
import { inMask } from '../messages/field-mask.ts';
import type { Message } from '../messages/message.ts';
import { metadataInSight, metadataResource, placeOf, visibilityOf } from '../resources/metadata-resource.ts';
import { namedFields } from './named-fields.ts';
import type { Target } from './target.ts';

/** Leaves metadata on the spreadsheet, a sheet, a row or a column. One place may hold many of one key (documented). */
export function createDeveloperMetadata(
  { workbook }: Target,
  { developerMetadata }: Message<'CreateDeveloperMetadataRequest'>,
) {
  const { location, metadataId, metadataKey = '', metadataValue = null, visibility } = developerMetadata ?? {};
  if (metadataKey === '') throw invalid('developerMetadata.metadataKey must be specified.');
  if (metadataId !== undefined && (metadataId < 1 || workbook.metadata.all.some(({ id }) => id === metadataId)))
    throw invalid(`developerMetadata.metadataId ${metadataId} is taken or not above 0.`);
  const wanted = {
    key: metadataKey,
    value: metadataValue,
    visibility: visibilityOf(visibility),
    place: placeOf(workbook, location),
  };
  const id = workbook.metadata.add(wanted, metadataId);
  return { developerMetadata: metadataResource({ ...wanted, id }) };
}

/** Changes what `fields` names of all metadata that a filter finds. */
export function updateDeveloperMetadata(
  { workbook }: Target,
  { dataFilters = [], developerMetadata = {}, fields }: Message<'UpdateDeveloperMetadataRequest'>,
) {
  const mask = namedFields(fields, 'DeveloperMetadata');
  if (dataFilters.length === 0) throw invalid('dataFilters must be specified.');
  const found = metadataInSight(workbook).filter((one) => dataFilters.some((filter) => isFound(workbook, one, filter)));
  const isMeant = (field: string) => inMask(mask, field) !== undefined;
  const { location, metadataKey = '', metadataValue = null, visibility } = developerMetadata;
  const changed = found.map(({ id }) => {
    workbook.metadata.change(id, {
      ...(isMeant('metadataKey') ? { key: metadataKey } : {}),
      ...(isMeant('metadataValue') ? { value: metadataValue } : {}),
      ...(isMeant('visibility') ? { visibility: visibilityOf(visibility) } : {}),
      ...(isMeant('location') ? { place: placeOf(workbook, location) } : {}),
    });
    return workbook.metadata.all.find((one) => one.id === id);
  });
  return { developerMetadata: changed.flatMap((one) => (one === undefined ? [] : [metadataResource(one)])) };
}

/** Takes away all metadata that the filter finds. */
export function deleteDeveloperMetadata(
  { workbook }: Target,
  { dataFilter = {} }: Message<'DeleteDeveloperMetadataRequest'>,
) {
  const found = metadataInSight(workbook).filter((one) => isFound(workbook, one, dataFilter));
  for (const { id } of found) workbook.metadata.remove(id);
  return { deletedDeveloperMetadata: found.map(metadataResource) };
}

/** All metadata that one of the filters finds, with the filters that do. */
export function searchDeveloperMetadata(
  workbook: Workbook,
  { dataFilters = [] }: Message<'SearchDeveloperMetadataRequest'>,
): Message<'SearchDeveloperMetadataResponse'> {
  if (dataFilters.length === 0) throw invalid('dataFilters must be specified.');
  const matches = metadataInSight(workbook).flatMap((one) => {
    const found = dataFilters.filter((filter) => isFound(workbook, one, filter));
    return found.length === 0 ? [] : [{ developerMetadata: metadataResource(one), dataFilters: found }];
  });
  return matches.length === 0 ? {} : { matchedDeveloperMetadata: matches };
}

/** Everything that a lookup says must hold; with a place alone, also what stands on parts of it (documented). */
function isFound(
  workbook: Workbook,
  one: Metadata,
  { developerMetadataLookup: lookup }: Message<'DataFilter'>,
): boolean {
  if (lookup === undefined) throw invalid('A data filter must be specified.');
  const {
    locationMatchingStrategy,
    locationType,
    metadataId,
    metadataKey,
    metadataLocation,
    metadataValue,
    visibility,
  } = lookup;
  if (metadataId !== undefined && one.id !== metadataId) return false;
  if (metadataKey !== undefined && one.key !== metadataKey) return false;
  if (metadataValue !== undefined && one.value !== metadataValue) return false;
  if (visibility !== undefined && visibility.toLowerCase() !== one.visibility) return false;
  if (locationType !== undefined && locationType.toLowerCase() !== one.place.on) return false;
  if (metadataLocation === undefined) return true;
  const place = placeOf(workbook, metadataLocation);
  // documented: the exact place is the default where a type of place is said too
  const isExact =
    locationMatchingStrategy === undefined ? locationType !== undefined : locationMatchingStrategy === 'EXACT_LOCATION';
  return isExact ? isSame(one.place, place) : meets(one.place, place);
}

function isSame(one: MetadataPlace, other: MetadataPlace): boolean {
  return JSON.stringify(placeKey(one)) === JSON.stringify(placeKey(other));
}

function meets(one: MetadataPlace, other: MetadataPlace): boolean {
  if (one.on === 'spreadsheet' || other.on === 'spreadsheet') return true;
  if (one.sheetId !== other.sheetId) return false;
  // documented: a row and a column meet
  return one.on === 'sheet' || other.on === 'sheet' || one.on !== other.on || one.index === other.index;
}

function placeKey(place: MetadataPlace): readonly unknown[] {
  if (place.on === 'spreadsheet') return [place.on];
  return place.on === 'sheet' ? [place.on, place.sheetId] : [place.on, place.sheetId, place.index];
}
