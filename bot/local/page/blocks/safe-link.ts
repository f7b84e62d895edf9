/** The address when it may be opened from a message (http, https and mailto), else null. */
export function safeLink(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : null;
}

/** The address when a picture may be loaded from it: https, data and the page's own; else null. */
export function safePicture(address: unknown): string | null {
  if (typeof address !== 'string') return null;
  return /^(https:\/\/|data:image\/|\/(?!\/))/i.test(address) ? address : null;
}
