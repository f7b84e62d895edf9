import { type JsonObject, plainTextIn, textIn } from '../json-value.ts';
import { ExternalLink } from './external-link.tsx';
import { Picture } from './image.tsx';
import { TextObject } from './text-object.tsx';

/** A video as its picture and a link: the page loads no players. */
export function Video({ block }: { readonly block: JsonObject }) {
  const text = plainTextIn(block['title']) || textIn(block['alt_text']);
  return (
    <div className="video">
      <Picture image={{ image_url: block['thumbnail_url'], alt_text: '' }} className="video-picture" />
      <div>
        <strong>
          <ExternalLink address={block['title_url'] ?? block['video_url']}>{text}</ExternalLink>
        </strong>
        <TextObject value={block['description']} />
      </div>
    </div>
  );
}
