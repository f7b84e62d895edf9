import { BLOCKS_OF, interactiveElements, nestedBlocks, type Surface } from './block-kit/block-rules.ts';
import { boolean, byType, type Finding, list, oneOf, type Rule, shape, string, text } from './block-kit/rule.ts';
import { isJsonObject, type JsonObject, jsonObjects } from './json-object.ts';

/** A message's text is cut here (Slack: chat.postMessage). */
export const MAX_MESSAGE_TEXT = 40_000;

/** What the blocks of one message may hold together before Slack answers `msg_blocks_too_long` (observed, not documented). */
export const MAX_BLOCK_CHARACTERS = 12_000;

/** A view as JSON may have this many bytes (Slack: views.open, `view_too_large`). */
export const MAX_VIEW_BYTES = 250_000;

const MAX_BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };
const MAX_CHARTS = 2;

/**
 * What Slack, or a person with a screen reader, would have against a message, one sentence each in Slack's words with
 * a JSON pointer (`must be less than 151 characters [json-pointer:/blocks/0/text/text]`); empty when it is fine.
 *
 * Beyond Slack's own refusals it asks for a top-level `text` and holds it under the length at which Slack cuts it.
 */
export function checkMessage(message: object): string[] {
  const { text: plain, blocks } = isJsonObject(message) ? message : {};
  const found: Finding[] = [];
  if (typeof plain !== 'string' || plain.trim() === '')
    found.push({ problem: 'missing_text_in_message', pointer: '/text' });
  else if (plain.length > MAX_MESSAGE_TEXT) {
    found.push({ problem: `must be less than ${MAX_MESSAGE_TEXT + 1} characters`, pointer: '/text' });
  }
  if (blocks !== undefined) {
    found.push(...blockFindings(blocks, 'message'));
    if (blockCharacters(blocks) > MAX_BLOCK_CHARACTERS)
      found.push({ problem: 'msg_blocks_too_long', pointer: '/blocks' });
  }
  return found.map(inWords);
}

/** What Slack would refuse in a modal or Home view, as {@link checkMessage} says it, with pointers from `/view`. */
export function checkView(view: object): string[] {
  const found = viewFindings(view);
  if (viewBytes(view) > MAX_VIEW_BYTES) found.push({ problem: 'view_too_large', pointer: '/view' });
  return found.map(inWords);
}

/** What Slack refuses in a list of blocks on a surface. */
export function blockFindings(blocks: unknown, surface: Surface, pointer = '/blocks'): Finding[] {
  const found: Finding[] = [];
  list(BLOCKS_OF[surface], { min: 0, max: MAX_BLOCKS[surface] })(blocks, pointer, found);
  uniqueIds(jsonObjects(blocks), pointer, found);
  const charts = jsonObjects(blocks).filter((each) => each['type'] === 'data_visualization');
  if (charts.length > MAX_CHARTS)
    found.push({ problem: `no more than ${MAX_CHARTS} data_visualization blocks allowed`, pointer });
  return found;
}

/** What Slack refuses in a view, its size aside. */
export function viewFindings(view: unknown): Finding[] {
  const found: Finding[] = [];
  byType({ modal: MODAL, home: HOME })(view, '/view', found);
  if (!isJsonObject(view)) return found;
  const surface = view['type'] === 'home' ? 'home' : 'modal';
  if (view['blocks'] !== undefined) found.push(...blockFindings(view['blocks'], surface, '/view/blocks'));
  if (
    surface === 'modal' &&
    view['submit'] === undefined &&
    jsonObjects(view['blocks']).some((each) => each['type'] === 'input')
  ) {
    found.push({ problem: 'missing required field: submit', pointer: '/view' });
  }
  return found;
}

/** Bytes of a view as JSON, the way Slack counts `view_too_large`. */
export function viewBytes(view: unknown): number {
  return Buffer.byteLength(JSON.stringify(view) ?? '');
}

/** Characters of all texts in a message's blocks together. */
export function blockCharacters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + blockCharacters(each), 0);
  if (!isJsonObject(value) || value['type'] === 'data_table') return 0;
  return Object.entries(value).reduce(
    (sum, [name, each]) => sum + (name === 'text' && typeof each === 'string' ? each.length : blockCharacters(each)),
    0,
  );
}

/** A finding as Slack words it in `errors` and `response_metadata.messages`. */
export function inWords(finding: Finding): string {
  return `${finding.problem} [json-pointer:${finding.pointer}]`;
}

const COMMON = {
  private_metadata: string({ max: 3000 }),
  callback_id: string({ max: 255 }),
  external_id: string({ max: 255 }),
};

/** The blocks of a view are looked at by {@link blockFindings}. */
const someBlocks: Rule = (value, pointer, found) => {
  if (!Array.isArray(value)) found.push({ problem: 'must provide an array', pointer });
};

const MODAL: Rule = shape(
  { title: text('plain_text', 24), blocks: someBlocks, type: oneOf('modal') },
  {
    ...COMMON,
    submit: text('plain_text', 24),
    close: text('plain_text', 24),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
);

const HOME: Rule = shape({ blocks: someBlocks, type: oneOf('home') }, COMMON);

function uniqueIds(blocks: readonly JsonObject[], pointer: string, found: Finding[]): void {
  const seen = new Set<unknown>();
  for (const { block, at } of everyBlock(blocks, pointer)) {
    const id = block['block_id'];
    if (id !== undefined && id !== '') {
      if (seen.has(id))
        found.push({ problem: `\`block_id\` already exists: ${asText(id)}`, pointer: `${at}/block_id` });
      seen.add(id);
    }
    const actions = interactiveElements(block).flatMap(({ action_id: action }) =>
      action === undefined ? [] : [action],
    );
    for (const twice of new Set(actions.filter((action, place) => actions.indexOf(action) !== place))) {
      found.push({ problem: `\`action_id\` already exists: ${asText(twice)}`, pointer: at });
    }
  }
}

function everyBlock(blocks: readonly JsonObject[], pointer: string): { block: JsonObject; at: string }[] {
  return blocks.flatMap((block, index) => {
    const at = `${pointer}/${index}`;
    return [{ block, at }, ...nestedBlocks(block).map((inner) => ({ block: inner.block, at: at + inner.path }))];
  });
}

function asText(id: unknown): string {
  return typeof id === 'string' ? id : JSON.stringify(id);
}
