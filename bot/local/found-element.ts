import { interactiveElements, nestedBlocks } from './block-kit/block-rules.ts';
import { type JsonObject, jsonObjects } from './json-object.ts';

/** An interactive element and the block in which it stands. */
export interface FoundElement {
  readonly element: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
  readonly block: JsonObject;
}

/** Every interactive element of a list of blocks, in reading order, those in cards and containers included. */
export function elementsOf(blocks: unknown): readonly FoundElement[] {
  return jsonObjects(blocks).flatMap((block) => {
    const own = interactiveElements(block).map((element) => ({
      element,
      block,
      blockId: String(block['block_id']),
      actionId: String(element['action_id']),
    }));
    return own.concat(elementsOf(nestedBlocks(block).map((nested) => nested.block)));
  });
}
