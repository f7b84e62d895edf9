import { type Block, Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import type { JsonObject } from '../json-value.ts';
import { ExternalLink } from './external-link.tsx';

/**
 * Charts and markdown, which slack-blocks-to-jsx draws. The other blocks are our own: the library leaves out plain text
 * that begins with a tag and makes mentions of escaped text, and its controls do nothing.
 */
export function LibraryBlock({ block }: { readonly block: JsonObject }) {
  return (
    <Message
      blocks={[block as unknown as Block]}
      name=""
      logo=""
      theme="light"
      withoutWrapper
      hooks={{ link: ({ href, children }) => <ExternalLink address={href}>{children}</ExternalLink> }}
    />
  );
}
