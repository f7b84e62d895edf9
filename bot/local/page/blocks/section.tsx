import { BlockElement } from '../elements/element.tsx';
import { isObject, type JsonObject, objectsIn, textIn } from '../json-value.ts';
import { Picture } from './image.tsx';
import { TextObject } from './text-object.tsx';

/** A section: its text, its fields in two columns, and what stands beside them. */
export function Section({ block }: { readonly block: JsonObject }) {
  const accessory = block['accessory'];
  return (
    <div className="section">
      <div className="section-text">
        <TextObject value={block['text']} />
        {Array.isArray(block['fields']) && (
          <div className="section-fields">
            {objectsIn(block['fields']).map((field, index) => (
              <div key={index}>
                <TextObject value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(accessory) && (
        <div className="section-accessory">
          {accessory['type'] === 'image' ? (
            <Picture image={accessory} className="accessory-picture" />
          ) : (
            <BlockElement blockId={textIn(block['block_id'])} element={accessory} dispatches labelId={null} />
          )}
        </div>
      )}
    </div>
  );
}
