import { isObject, objectsIn, textIn } from '../json-value.ts';
import { mrkdwnAsRichText } from './mrkdwn.ts';
import { InlineText, RichText } from './rich-text.tsx';

/** One of Slack's text objects. Plain text stays as it is, line breaks kept; `inline` puts mrkdwn into one line. */
export function TextObject({ value, inline = false }: { readonly value: unknown; readonly inline?: boolean }) {
  if (!isObject(value)) return null;
  const text = textIn(value['text']);
  if (value['type'] !== 'mrkdwn') return <span className="plain-text">{text}</span>;
  const elements = mrkdwnAsRichText(text);
  if (!inline) return <RichText elements={elements} />;
  return (
    <span className="plain-text">
      <InlineText elements={elements.flatMap((each) => objectsIn(each['elements']))} />
    </span>
  );
}
