import { lazy, Suspense } from 'react';
import { Boundary } from '../boundary.tsx';
import { ActionRow } from '../elements/action-row.tsx';
import { type JsonObject, objectsIn, textIn } from '../json-value.ts';
import { Card, Carousel } from './card.tsx';
import { Container } from './container.tsx';
import { Context } from './context.tsx';
import { ImageBlock } from './image.tsx';
import { InputBlock } from './input-block.tsx';
import { RichText } from './rich-text.tsx';
import { Section } from './section.tsx';
import { Table } from './table.tsx';
import { TextObject } from './text-object.tsx';
import { UnknownBlock } from './unknown-block.tsx';
import { Video } from './video.tsx';

const LibraryBlock = lazy(() => import('./library-block.tsx').then((module) => ({ default: module.LibraryBlock })));

/** A list of blocks. One that cannot be drawn leaves a note in its place and the others alone. */
export function Blocks({ blocks }: { readonly blocks: readonly JsonObject[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Boundary key={textIn(block['block_id']) || index} fallback={<UnknownBlock type={textIn(block['type'])} />}>
          <Block block={block} />
        </Boundary>
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: JsonObject }) {
  const type = textIn(block['type']);
  const elements = objectsIn(block['elements']);
  switch (type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h3 className="block-header">
          <TextObject value={block['text']} inline />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Context elements={elements} />;
    case 'rich_text':
      return <RichText elements={elements} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'actions':
    case 'context_actions':
      return <ActionRow blockId={textIn(block['block_id'])} elements={elements} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return <Carousel block={block} />;
    case 'container':
      return (
        <Container block={block}>
          <Blocks blocks={objectsIn(block['child_blocks'])} />
        </Container>
      );
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    case 'alert':
      return (
        <div className={`alert is-${textIn(block['level']) || 'default'}`} role="note">
          <TextObject value={block['text']} />
        </div>
      );
    case 'video':
      return <Video block={block} />;
    case 'markdown':
    case 'data_visualization':
      return (
        <Suspense fallback={<p className="plain-text">{textIn(block['text']) || textIn(block['title'])}</p>}>
          <LibraryBlock block={block} />
        </Suspense>
      );
    default:
      return <UnknownBlock type={type} />;
  }
}
