import { fileURLToPath } from 'node:url';
import { bundledScript } from '../guest-services.ts';

let built: Promise<string> | undefined;

/**
 * A page of the add-on with `google.script` in front of all its own scripts, to be shown in a frame; the window around it
 * answers its `FrameRequest`s.
 */
export async function withGoogleScript(page: string): Promise<string> {
  built ??= bundledScript(fileURLToPath(new URL('./install-google-script.ts', import.meta.url)), 'googleScript');
  const script = `<script>\n${await built}googleScript.installGoogleScript(window);\n</script>`;
  const head = /<head(\s[^>]*)?>/i.exec(page);
  const place = head === null ? 0 : head.index + head[0].length;
  return page.slice(0, place) + script + page.slice(place);
}
