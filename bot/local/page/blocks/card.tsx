import { ActionRow } from '../elements/action-row.tsx';
import { isObject, type JsonObject, objectsIn, textIn } from '../json-value.ts';
import { useFormText } from '../page-context.ts';
import { Picture } from './image.tsx';
import { TextObject } from './text-object.tsx';

/** A card: pictures, title, subtitle, body and up to three buttons. */
export function Card({ block }: { readonly block: JsonObject }) {
  const { hero_image: hero, icon } = block;
  const buttons = objectsIn(block['actions']);
  return (
    <article className="card">
      {isObject(hero) && <Picture image={hero} className="card-hero" />}
      <div className="card-head">
        {isObject(icon) && <Picture image={icon} className="card-icon" />}
        <div>
          {block['title'] !== undefined && (
            <h3>
              <TextObject value={block['title']} inline />
            </h3>
          )}
          <div className="card-subtitle">
            <TextObject value={block['subtitle']} inline />
          </div>
        </div>
      </div>
      <TextObject value={block['body']} />
      {buttons.length > 0 && <ActionRow blockId={textIn(block['block_id'])} elements={buttons} />}
    </article>
  );
}

/** Cards beside one another, to be scrolled sideways. */
export function Carousel({ block }: { readonly block: JsonObject }) {
  return (
    <ul className="carousel" aria-label={useFormText().cards} tabIndex={0}>
      {objectsIn(block['elements']).map((card, index) => (
        <li key={textIn(card['block_id']) || index}>
          <Card block={card} />
        </li>
      ))}
    </ul>
  );
}
