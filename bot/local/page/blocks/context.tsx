import type { JsonObject } from '../json-value.ts';
import { Picture } from './image.tsx';
import { TextObject } from './text-object.tsx';

/** Small print: texts and pictures in one line. */
export function Context({ elements }: { readonly elements: readonly JsonObject[] }) {
  return (
    <div className="context">
      {elements.map((element, index) =>
        element['type'] === 'image' ? (
          <Picture key={index} image={element} className="context-picture" />
        ) : (
          <TextObject key={index} value={element} inline />
        ),
      )}
    </div>
  );
}
