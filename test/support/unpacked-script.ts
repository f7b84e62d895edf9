import { inflateSync } from 'node:zlib';

/** The script of the built sidebar, which stands in its page deflated. Throws when there is none. */
export function unpackedScript(page: string): string {
  const packed = /<script type="text\/plain" id="packed">([^<]+)<\/script>/.exec(page)?.[1];
  if (packed === undefined) throw new Error('The page holds no packed script.');
  return inflateSync(Buffer.from(packed, 'base64')).toString();
}
