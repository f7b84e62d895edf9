import type { ReactNode } from 'react';
import { safeLink } from './safe-link.ts';

/** A link out of the page; its text alone when the address may not be opened. */
export function ExternalLink({ address, children }: { readonly address: unknown; readonly children: ReactNode }) {
  const href = safeLink(address);
  if (href === null) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
