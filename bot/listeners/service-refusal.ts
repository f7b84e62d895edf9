import type { Viewer } from '../blocks/viewer.ts';
import { actionRefusalOf } from './action-refusal.ts';
import { refusalOf } from './refusal.ts';

/** What a use case refused, by whatever part of the product, as a sentence for the person; undefined for every other error. */
export function anyRefusalOf(
  error: unknown,
  viewer: Viewer,
): { readonly code: string; readonly sentence: string } | undefined {
  return actionRefusalOf(error, viewer) ?? refusalOf(error, viewer.language);
}
