import type { ReactNode } from 'react';
import { isObject, type JsonObject, objectsIn, textIn } from '../json-value.ts';
import { Picture } from './image.tsx';
import { InlineText } from './rich-text.tsx';
import { TextObject } from './text-object.tsx';

export interface ContainerProps {
  readonly block: JsonObject;
  /** Its blocks. */
  readonly children: ReactNode;
}

/** A titled box around other blocks, which may fold. */
export function Container({ block, children }: ContainerProps) {
  const heading = <ContainerHeading block={block} />;
  const className = `container is-${textIn(block['width']) || 'standard'}`;
  if (block['is_collapsible'] === true)
    return (
      <details className={className} open={block['default_collapsed'] !== true}>
        <summary>{heading}</summary>
        {children}
      </details>
    );
  return (
    <section className={className}>
      {heading}
      {children}
    </section>
  );
}

function ContainerHeading({ block }: { readonly block: JsonObject }) {
  const { icon, rich_text_title: richTitle } = block;
  const sections = isObject(richTitle) ? objectsIn(richTitle['elements']) : [];
  return (
    <span className="container-heading">
      {isObject(icon) && <Picture image={icon} className="card-icon" />}
      <span>
        <strong>
          {sections.length > 0 ? (
            <InlineText elements={sections.flatMap((each) => objectsIn(each['elements']))} />
          ) : (
            <TextObject value={block['title']} inline />
          )}
        </strong>
        <small>
          <TextObject value={block['subtitle']} inline />
        </small>
      </span>
    </span>
  );
}
