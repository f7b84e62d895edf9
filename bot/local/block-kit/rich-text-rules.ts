import { anything, boolean, byType, list, number, oneOf, type Rule, shape, string } from './rule.ts';

const style = shape(
  {},
  Object.fromEntries(
    ['bold', 'italic', 'strike', 'underline', 'code', 'highlight', 'client_highlight', 'unlink'].map((name) => [
      name,
      boolean,
    ]),
  ),
);

const inline = byType({
  text: shape({ text: string({ min: 1 }) }, { style }),
  link: shape({ url: string({ min: 1, max: 3000 }) }, { text: string(), unsafe: boolean, style }),
  user: shape({ user_id: string({ min: 1 }) }, { style }),
  channel: shape({ channel_id: string({ min: 1 }) }, { style }),
  usergroup: shape({ usergroup_id: string({ min: 1 }) }, { style }),
  team: shape({ team_id: string({ min: 1 }) }, { style }),
  emoji: shape({ name: string({ min: 1 }) }, { unicode: string(), url: string(), skin_tone: anything, style }),
  broadcast: shape({ range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: shape({ value: string({ min: 1 }) }, { style }),
  date: shape(
    { timestamp: number({ whole: true }), format: string({ min: 1 }) },
    { url: string(), fallback: string(), style },
  ),
});

const border = number({ min: 0, max: 1, whole: true });
const section = shape({ elements: list(inline, { min: 0 }) });

/** A `rich_text` block: sections, lists, quotes and preformatted text, with Slack's inline elements in them. */
export const richText: Rule = shape(
  {
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_quote: shape({ elements: list(inline, { min: 0 }) }, { border }),
        rich_text_preformatted: shape({ elements: list(inline, { min: 0 }) }, { border, language: string() }),
        rich_text_list: shape(
          { elements: list(byType({ rich_text_section: section })), style: oneOf('bullet', 'ordered') },
          { indent: number({ min: 0, max: 8, whole: true }), offset: number({ min: 0, whole: true }), border },
        ),
      }),
    ),
  },
  { block_id: string({ max: 255 }) },
);
