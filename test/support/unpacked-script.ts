import { inflateSync } from 'node:zlib';
import { textAsBytes } from '../../sheets-addon/packed/bytes-as-text.ts';

/** The script of the built sidebar, which stands in its page deflated. Throws when there is none. */
export function unpackedScript(page: string): string {
  const packed = /<script type="text\/plain" id="packed">([^<]+)<\/script>/.exec(page)?.[1];
  if (packed === undefined) throw new Error('The page holds no packed script.');
  return inflateSync(textAsBytes(packed)).toString();
}
