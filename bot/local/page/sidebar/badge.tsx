import { usePageText } from '../page-context.ts';

/** How many messages are unread; nothing when none are. */
export function Badge({ count }: { readonly count: number }) {
  const text = usePageText();
  if (count <= 0) return null;
  return (
    <span className="badge">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="for-screen-readers">, {text.unread(count)}</span>
    </span>
  );
}
