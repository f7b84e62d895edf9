import { blockCharacters, blockFindings, inWords, MAX_BLOCK_CHARACTERS, MAX_MESSAGE_TEXT } from '../block-kit-rules.ts';
import { isJsonObject, type JsonObject } from '../json-object.ts';
import { ApiError, jsonArgument, objectArgument, textArgument } from './api-method.ts';

/** What a message says: its text, blocks and metadata, checked as Slack checks them. */
export interface MessageContent {
  readonly text: string;
  readonly blocks: readonly JsonObject[];
  readonly metadata?: JsonObject;
}

/** Reads a message's content. Throws `no_text`, `invalid_blocks`, `invalid_blocks_format`, `msg_blocks_too_long`, … */
export function messageContent(args: JsonObject): MessageContent {
  const text = textArgument(args, 'text');
  const blocks = checkedBlocks(args);
  if (text === '' && blocks.length === 0 && args['attachments'] === undefined) throw new ApiError('no_text');
  const metadata = objectArgument(args, 'metadata', 'invalid_metadata_format');
  if (metadata && (typeof metadata['event_type'] !== 'string' || !isJsonObject(metadata['event_payload']))) {
    throw new ApiError('invalid_metadata_schema');
  }
  return { text: text.slice(0, MAX_MESSAGE_TEXT), blocks, ...(metadata ? { metadata } : {}) };
}

/** What Slack warns of although it takes the message: blocks without a text for notifications and screen readers. */
export function messageWarning(content: MessageContent): JsonObject {
  if (content.blocks.length === 0 || content.text !== '') return {};
  const warning = 'missing_text_in_message';
  return { warning, response_metadata: { warnings: [warning] } };
}

function checkedBlocks(args: JsonObject): JsonObject[] {
  const blocks = jsonArgument(args, 'blocks', 'invalid_blocks_format') ?? [];
  if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format');
  const problems = blockFindings(blocks, 'message').map(inWords);
  if (problems.length > 0) {
    throw new ApiError('invalid_blocks', {
      errors: problems,
      response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
    });
  }
  if (blockCharacters(blocks) > MAX_BLOCK_CHARACTERS) throw new ApiError('msg_blocks_too_long');
  return blocks.filter(isJsonObject);
}
