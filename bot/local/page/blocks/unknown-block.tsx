import { useFormText } from '../page-context.ts';

/** What stands in the place of a block that the page does not know. */
export function UnknownBlock({ type }: { readonly type: string }) {
  return <p className="unknown">{useFormText().cannotShow(type || '?')}</p>;
}
