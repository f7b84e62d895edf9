import { textAsBytes } from '../packed/bytes-as-text.ts';

/**
 * Unpacks the sidebar's script, which stands in the page deflated, and runs it. A browser that cannot is told so in every
 * language.
 */
async function unpack(packed: string): Promise<void> {
  const stream = new Blob([textAsBytes(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  // a page that allows only scripts with its own mark allows this one too
  script.nonce = document.querySelector('script')?.nonce ?? '';
  script.textContent = await new Response(stream).text();
  document.body.append(script);
}

unpack(document.getElementById('packed')?.textContent ?? '').catch(() => {
  document.getElementById('sorry')?.removeAttribute('hidden');
});
