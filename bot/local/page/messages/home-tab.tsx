import { useMemo, useState } from 'react';
import type { PageView } from '../../page-protocol.ts';
import { answerText } from '../answer-text.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { objectsIn } from '../json-value.ts';
import { fieldKey, type Touched, valueInView } from '../modals/filled-fields.ts';
import { usePageText } from '../page-context.ts';

/** What the bot shows on its Home tab. */
export function HomeTab({ home }: { readonly home: PageView | null }) {
  const text = usePageText();
  const [touched, setTouched] = useState<Touched>({});
  const [failure, setFailure] = useState<string | null>(null);
  const surface = useMemo<Surface | null>(
    () =>
      home && {
        place: 'home',
        channel: null,
        errors: {},
        valueOf: (blockId, actionId) => valueInView(home, touched, blockId, actionId),
        change: (blockId, actionId, value) =>
          setTouched((before) => ({ ...before, [fieldKey(blockId, actionId)]: value })),
        report: (result) => setFailure(answerText(result, text)),
      },
    [home, touched, text],
  );
  const blocks = objectsIn(home?.content['blocks']);
  if (home === null || surface === null || blocks.length === 0) return <p className="home-empty">{text.homeEmpty}</p>;
  return (
    <div className="home" tabIndex={-1}>
      <h2 className="for-screen-readers">{text.homeTab}</h2>
      <SurfaceContext value={surface}>
        <Blocks blocks={blocks} />
      </SurfaceContext>
      <div role="alert">{failure !== null && <p className="failure">{failure}</p>}</div>
    </div>
  );
}
