import { type JsonObject, textIn } from '../json-value.ts';
import { BlockElement } from './element.tsx';

export interface ActionRowProps {
  readonly blockId: string;
  readonly elements: readonly JsonObject[];
}

/** Elements side by side, each of which acts at once. */
export function ActionRow({ blockId, elements }: ActionRowProps) {
  return (
    <div className="actions">
      {elements.map((element, index) => (
        <BlockElement
          key={textIn(element['action_id']) || index}
          blockId={blockId}
          element={element}
          dispatches
          labelId={null}
        />
      ))}
    </div>
  );
}
