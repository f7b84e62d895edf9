import type { ReactNode } from 'react';
import { isObject, type JsonObject, numberIn, objectsIn, textIn } from '../json-value.ts';
import { usePage } from '../page-context.ts';
import { ExternalLink } from './external-link.tsx';
import { slackDate } from './slack-date.ts';

/** The elements of a rich_text block: sections, lists, quotes and preformatted text. Text is shown as it stands. */
export function RichText({ elements }: { readonly elements: readonly JsonObject[] }) {
  return (
    <div className="rich-text">
      {elements.map((element, index) => (
        <RichTextElement key={index} element={element} />
      ))}
    </div>
  );
}

/** The inline elements of one section: text, links, mentions, dates. */
export function InlineText({ elements }: { readonly elements: readonly JsonObject[] }) {
  return elements.map((element, index) => <Inline key={index} element={element} />);
}

function RichTextElement({ element }: { readonly element: JsonObject }) {
  const inner = objectsIn(element['elements']);
  switch (element['type']) {
    case 'rich_text_list':
      return <RichTextList element={element} />;
    case 'rich_text_quote':
      return (
        <blockquote>
          <InlineText elements={inner} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <InlineText elements={inner} />
        </pre>
      );
    default:
      return (
        <p>
          <InlineText elements={inner} />
        </p>
      );
  }
}

function RichTextList({ element }: { readonly element: JsonObject }) {
  const items = objectsIn(element['elements']).map((each, index) => (
    <li key={index}>
      <InlineText elements={objectsIn(each['elements'])} />
    </li>
  ));
  const indent = numberIn(element['indent']) ?? 0;
  const style = { marginInlineStart: `${indent * 1.5}em` };
  if (element['style'] === 'ordered')
    return (
      <ol start={1 + (numberIn(element['offset']) ?? 0)} style={style} className={`indent-${indent % 3}`}>
        {items}
      </ol>
    );
  return (
    <ul style={style} className={`indent-${indent % 3}`}>
      {items}
    </ul>
  );
}

function Inline({ element }: { readonly element: JsonObject }) {
  return styled(<Bare element={element} />, isObject(element['style']) ? element['style'] : {});
}

function Bare({ element }: { readonly element: JsonObject }) {
  const { me, people, channels, now } = usePage();
  switch (element['type']) {
    case 'text':
      return textIn(element['text']);
    case 'link':
      return <ExternalLink address={element['url']}>{textIn(element['text']) || textIn(element['url'])}</ExternalLink>;
    case 'user': {
      const id = textIn(element['user_id']);
      const person = people.find((each) => each.id === id);
      return <span className={id === me.id ? 'mention is-me' : 'mention'}>@{person?.realName ?? id}</span>;
    }
    case 'channel': {
      const id = textIn(element['channel_id']);
      return <span className="mention">#{channels.find((each) => each.id === id)?.name ?? id}</span>;
    }
    case 'usergroup':
      return <span className="mention">@{textIn(element['usergroup_id'])}</span>;
    case 'broadcast':
      return <span className="mention is-me">@{textIn(element['range'])}</span>;
    case 'emoji':
      return emoji(textIn(element['unicode'])) ?? `:${textIn(element['name'])}:`;
    case 'color':
      return textIn(element['value']);
    case 'date': {
      const seconds = numberIn(element['timestamp']);
      const shown =
        seconds === undefined || Number.isNaN(seconds)
          ? textIn(element['fallback'])
          : slackDate(textIn(element['format']), seconds, me, now());
      return element['url'] === undefined ? shown : <ExternalLink address={element['url']}>{shown}</ExternalLink>;
    }
    default:
      return null;
  }
}

function styled(content: ReactNode, style: JsonObject): ReactNode {
  let shown = content;
  if (style['code'] === true) shown = <code>{shown}</code>;
  if (style['bold'] === true) shown = <strong>{shown}</strong>;
  if (style['italic'] === true) shown = <em>{shown}</em>;
  if (style['underline'] === true) shown = <u>{shown}</u>;
  if (style['strike'] === true) shown = <s>{shown}</s>;
  return shown;
}

/** `1f389` or `1f468-200d-1f4bb` as the character; null when it is none. */
function emoji(unicode: string): string | null {
  if (!/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode)) return null;
  const points = unicode.split('-').map((each) => Number.parseInt(each, 16));
  return points.every((each) => each <= 0x10ffff) ? String.fromCodePoint(...points) : null;
}
