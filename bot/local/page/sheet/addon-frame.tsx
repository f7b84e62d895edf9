import { useEffect, useRef } from 'react';
import type { ScriptResult } from '../../sheet-protocol.ts';
import { isObject, type JsonObject, textIn } from '../json-value.ts';

export interface AddonFrameProps {
  readonly title: string;
  readonly address: string;
  readonly height?: number;
  readonly onCall: (functionName: string, given: readonly unknown[]) => Promise<ScriptResult>;
  /** `google.script.host.close()`. */
  readonly onClose: () => void;
}

/**
 * A page of the add-on, shut off from ours: it has an origin of its own, nothing but its own scripts, and says what it wants of
 * the script by messages, which only its own window can send.
 */
export function AddonFrame({ address, height, onCall, onClose, title }: AddonFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef({ onCall, onClose });
  latest.current = { onCall, onClose };

  useEffect(() => {
    const take = ({ data, source }: MessageEvent<unknown>) => {
      const page = frame.current?.contentWindow;
      if (!page || source !== page || !isObject(data)) return;
      if (data['kind'] === 'close') return latest.current.onClose();
      if (data['kind'] !== 'run') return undefined;
      return void answer(page, data);
    };
    const answer = async (page: Window, { arguments: given, functionName, id }: JsonObject) => {
      const result = await latest.current.onCall(textIn(functionName), Array.isArray(given) ? given : []);
      // Its origin is none that could be named; the window is the very one that asked.
      page.postMessage({ kind: 'ran', id, result }, '*');
    };
    addEventListener('message', take);
    return () => removeEventListener('message', take);
  }, []);
  return (
    <iframe
      ref={frame}
      className="addon-frame"
      title={title}
      src={address}
      sandbox="allow-scripts allow-forms allow-downloads"
      {...(height === undefined ? {} : { style: { height } })}
    />
  );
}
