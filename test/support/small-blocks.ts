/** A `plain_text` object. */
export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

/** A button whose text is its action_id, in an `actions` block. */
export function buttonBlock(actionId: string, value = 'v1') {
  const button = { type: 'button' as const, action_id: actionId, value, text: plain(actionId) };
  return { type: 'actions' as const, elements: [button] };
}

/** A field for text in the block `b_ID`. */
export function inputBlock(actionId: string) {
  return {
    type: 'input' as const,
    block_id: `b_${actionId}`,
    label: plain(actionId),
    element: { type: 'plain_text_input' as const, action_id: actionId },
  };
}

/** A modal without blocks, with the callback_id `m`. */
export function modal(title: string) {
  return { type: 'modal' as const, callback_id: 'm', title: plain(title), blocks: [] };
}
