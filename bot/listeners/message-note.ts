/**
 * A message's words as a person reads them: Slack's marks for links, channels and people give way to what they show, and
 * what Slack escapes comes back. A mention without a name stays an id.
 */
export function messageNote(text: string): string {
  return text
    .replaceAll(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_whole, target: string, label: string | undefined) =>
      label === undefined || label === '' ? bare(target) : `${markOf(target)}${label}`,
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** The address of a message: `https://acme.slack.com/archives/C1/p1700000000000100`; undefined when a part is none of Slack's. */
export function messageLink(domain: string, channelId: string, ts: string): string | undefined {
  if (!/^[a-z0-9-]+$/i.test(domain) || !/^[A-Z0-9]+$/.test(channelId) || !/^\d+\.\d+$/.test(ts)) return undefined;
  return `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
}

function bare(target: string): string {
  return /^[@#!]/.test(target) ? target.replace(/^!(?:subteam\^)?/, '@') : target.replace(/^mailto:/, '');
}

/** `@` and `#` before a name that Slack keeps without. */
function markOf(target: string): string {
  return /^[@#]/.test(target) ? target.charAt(0) : '';
}
