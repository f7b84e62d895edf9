import { useId } from 'react';
import { BlockElement } from '../elements/element.tsx';
import { useSurface } from '../elements/surface.ts';
import { isObject, type JsonObject, plainTextIn, textIn } from '../json-value.ts';
import { useFormText } from '../page-context.ts';

/** A field with its label, its hint and what is wrong with it. */
export function InputBlock({ block }: { readonly block: JsonObject }) {
  const id = useId();
  const { errors } = useSurface();
  const text = useFormText();
  const blockId = textIn(block['block_id']);
  const error = errors[blockId];
  const hint = plainTextIn(block['hint']);
  const { element } = block;
  if (!isObject(element)) return null;
  const describedBy = [error === undefined ? '' : `${id}-error`, hint === '' ? '' : `${id}-hint`].filter(Boolean);
  return (
    <div className={error === undefined ? 'input-block' : 'input-block is-invalid'} data-block-id={blockId}>
      <div id={`${id}-label`} className="input-label">
        {plainTextIn(block['label'])}
        {block['optional'] === true && <span className="optional"> {text.optional}</span>}
      </div>
      <BlockElement
        blockId={blockId}
        element={element}
        dispatches={block['dispatch_action'] === true}
        labelId={`${id}-label`}
        describedBy={describedBy.join(' ') || undefined}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {hint !== '' && (
        <p id={`${id}-hint`} className="field-note">
          {hint}
        </p>
      )}
    </div>
  );
}
