import type { PageFormText } from '../../../../core/text/page-form-text.ts';
import type { FilledField, PageView } from '../../page-protocol.ts';
import { fieldProblem } from '../elements/field-problem.ts';
import { type FieldValue, initialValue, inputOf, valueOfState } from '../elements/field-value.ts';
import { isObject, type JsonObject, objectsIn, textIn } from '../json-value.ts';

/** What a person has touched in a view, by {@link fieldKey}. */
export type Touched = Readonly<Record<string, FieldValue>>;

/** One field's name among those of a view. */
export function fieldKey(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId]);
}

/** What stands in a field: what was touched, else what the server has for it; undefined when neither knows it. */
export function valueInView(
  view: PageView,
  touched: Touched,
  blockId: string,
  actionId: string,
): FieldValue | undefined {
  const own = touched[fieldKey(blockId, actionId)];
  if (own) return own;
  const state = view.values[blockId]?.[actionId];
  return state ? valueOfState(state) : undefined;
}

/** Every field of the input blocks that holds something or was touched, as it is sent. */
export function filledFields(view: PageView, touched: Touched): readonly FilledField[] {
  return inputsOf(view).flatMap(({ blockId, actionId, element }) => {
    const value = valueInView(view, touched, blockId, actionId) ?? initialValue(element);
    const isTouched = touched[fieldKey(blockId, actionId)] !== undefined;
    if (value.values.length === 0 && !isTouched) return [];
    return [{ blockId, actionId, input: inputOf(element, value) }];
  });
}

/** What must be mended before the view is sent, by block_id: fields that are missing or not in their form. */
export function fieldProblems(view: PageView, touched: Touched, text: PageFormText): Readonly<Record<string, string>> {
  const problems = inputsOf(view).flatMap(({ block, blockId, actionId, element }) => {
    const { values } = valueInView(view, touched, blockId, actionId) ?? initialValue(element);
    const problem =
      values.length === 0
        ? block['optional'] === true || element['type'] === 'file_input'
          ? null
          : text.required
        : fieldProblem(element, values[0] ?? '', text);
    return problem === null ? [] : [[blockId, problem] as const];
  });
  return Object.fromEntries(problems);
}

function inputsOf(view: PageView): readonly Input[] {
  return objectsIn(view.content['blocks']).flatMap((block) => {
    const { element } = block;
    if (block['type'] !== 'input' || !isObject(element)) return [];
    return [{ block, blockId: textIn(block['block_id']), actionId: textIn(element['action_id']), element }];
  });
}

interface Input {
  readonly block: JsonObject;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: JsonObject;
}
