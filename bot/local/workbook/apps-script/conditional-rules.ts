import { bounded, type GuestParts, objectOf, stateIn } from './guest-parts.ts';
import { BOOLEAN_CRITERIA } from './sheets-enums.ts';
import type { ConditionalRuleFacts } from './spreadsheet-host.ts';
import {
  type Argument,
  exception,
  listOf,
  real,
  type Signature,
  type StrictClass,
  strictClass,
  takes,
  text,
  textOrNull,
  yesNo,
} from './strict-service.ts';

type Builder = { rule: ConditionalRuleFacts };

/** What a new rule is before anything is said of it. */
export const NEW_RULE: ConditionalRuleFacts = {
  boxes: [],
  type: '',
  values: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
};

/** The class ConditionalFormatRule. */
export function conditionalRuleClass(parts: GuestParts): StrictClass<ConditionalRuleFacts> {
  return strictClass<ConditionalRuleFacts>('SpreadsheetApp.ConditionalFormatRule', parts.entered, {
    ...telling(parts, ({ state }) => state),
    copy: [takes([], ({ state }) => parts.conditionalRuleBuilder.of({ rule: state }))],
  });
}

/** The class ConditionalFormatRuleBuilder. */
export function conditionalRuleBuilderClass(parts: GuestParts): StrictClass<Builder> {
  const change = (me: { readonly state: Builder; readonly self: object }, changed: Partial<ConditionalRuleFacts>) => {
    me.state.rule = { ...me.state.rule, ...changed };
    return me.self;
  };
  const when = (type: string, ...args: Argument<string | number>[]): readonly Signature<Builder>[] => [
    takes(args, (me, ...values) => change(me, { type, values: values.map(String) })),
  ];
  const yesNoOrNull: Argument<boolean | null> = {
    name: 'Boolean',
    fits: (value): value is boolean | null => value === null || yesNo.fits(value),
  };
  return strictClass<Builder>('SpreadsheetApp.ConditionalFormatRuleBuilder', parts.entered, {
    ...telling(parts, ({ state }) => state.rule),
    whenFormulaSatisfied: [
      takes([text], (me, formula) => change(me, { type: 'CUSTOM_FORMULA', values: [requireOwnSheet(formula)] })),
    ],
    whenCellEmpty: when('CELL_EMPTY'),
    whenCellNotEmpty: when('CELL_NOT_EMPTY'),
    whenTextEqualTo: when('TEXT_EQUAL_TO', text),
    whenTextContains: when('TEXT_CONTAINS', text),
    whenTextDoesNotContain: when('TEXT_DOES_NOT_CONTAIN', text),
    whenTextStartsWith: when('TEXT_STARTS_WITH', text),
    whenTextEndsWith: when('TEXT_ENDS_WITH', text),
    whenNumberEqualTo: when('NUMBER_EQUAL_TO', real),
    whenNumberGreaterThan: when('NUMBER_GREATER_THAN', real),
    whenNumberLessThan: when('NUMBER_LESS_THAN', real),
    whenNumberBetween: when('NUMBER_BETWEEN', real, real),
    setBackground: [takes([textOrNull], (me, background) => change(me, { background }))],
    setFontColor: [takes([textOrNull], (me, fontColor) => change(me, { fontColor }))],
    setBold: [takes([yesNoOrNull], (me, bold) => change(me, { bold }))],
    setItalic: [takes([yesNoOrNull], (me, italic) => change(me, { italic }))],
    setRanges: [
      takes([listOf(objectOf(parts, 'range'))], (me, ranges) =>
        change(me, {
          boxes: ranges.map((range) => {
            const { whole: _, ...box } = stateIn(parts.range, range);
            return box;
          }),
        }),
      ),
    ],
    build: [
      takes([], ({ state }) => {
        const { type, boxes } = state.rule;
        if (type === '') throw exception('A conditional format rule must have a condition.');
        if (boxes.length === 0) throw exception('A conditional format rule must have at least one range.');
        return parts.conditionalRule.of(state.rule);
      }),
    ],
    copy: [takes([], ({ state }) => parts.conditionalRuleBuilder.of({ rule: state.rule }))],
  });
}

function telling<State>(
  parts: GuestParts,
  rule: (me: { readonly state: State }) => ConditionalRuleFacts,
): { readonly [method: string]: readonly Signature<State>[] } {
  const condition = conditionClass(parts);
  return {
    getRanges: [takes([], (me) => rule(me).boxes.map((box) => parts.range.of(bounded(box))))],
    getBooleanCondition: [
      takes([], (me) => (rule(me).type in BOOLEAN_CRITERIA.values ? condition.of(rule(me)) : null)),
    ],
    getGradientCondition: [
      takes([], (me) => {
        const { type } = rule(me);
        if (type === '' || type in BOOLEAN_CRITERIA.values) return null;
        throw exception('Gradients cannot be read in this stand-in.');
      }),
    ],
  };
}

function conditionClass(parts: GuestParts): StrictClass<ConditionalRuleFacts> {
  return strictClass<ConditionalRuleFacts>('SpreadsheetApp.BooleanCondition', parts.entered, {
    getBackground: [takes([], ({ state }) => state.background)],
    getFontColor: [takes([], ({ state }) => state.fontColor)],
    getBold: [takes([], ({ state }) => state.bold)],
    getItalic: [takes([], ({ state }) => state.italic)],
    getCriteriaType: [takes([], ({ state }) => BOOLEAN_CRITERIA.of(state.type as 'CUSTOM_FORMULA'))],
    getCriteriaValues: [takes([], ({ state }) => [...state.values])],
  });
}

/** A rule's formula reaches other sheets only through INDIRECT (observed). */
function requireOwnSheet(formula: string): string {
  if (formula.replaceAll(/"(?:[^"]|"")*"/g, '').includes('!'))
    throw exception('Conditional format rule cannot reference a different sheet.');
  return formula;
}
