import { type JsonObject, plainTextIn, textIn } from '../json-value.ts';
import { safePicture } from './safe-link.ts';

/** A picture, or its text where it cannot be loaded. */
export function Picture({ image, className }: { readonly image: JsonObject; readonly className: string }) {
  const source = safePicture(image['image_url']);
  const alternative = textIn(image['alt_text']);
  if (source === null) return alternative === '' ? null : <span className="picture-text">[{alternative}]</span>;
  return <img className={className} src={source} alt={alternative} loading="lazy" />;
}

/** An image block with its title. */
export function ImageBlock({ block }: { readonly block: JsonObject }) {
  const title = plainTextIn(block['title']);
  return (
    <figure className="image-block">
      {title !== '' && <figcaption>{title}</figcaption>}
      <Picture image={block} className="picture" />
    </figure>
  );
}
