import { isJsonObject, type JsonObject } from '../json-object.ts';

/** Something Slack would refuse: what is wrong, and where as a JSON pointer (`/blocks/0/text/text`). */
export interface Finding {
  readonly problem: string;
  readonly pointer: string;
}

/** Looks at one value and adds to `found` what Slack would refuse in it, in Slack's own words. */
export type Rule = (value: unknown, pointer: string, found: Finding[]) => void;

/** Any value. */
export const anything: Rule = () => {};

/** A string of `min` (default 0) to `max` UTF-16 units, optionally of a certain form. */
export function string(limits: { min?: number; max?: number; form?: RegExp; problem?: string } = {}): Rule {
  return (value, pointer, found) => {
    if (typeof value !== 'string') {
      found.push({ problem: 'must provide a string', pointer });
      return;
    }
    lengthProblem(value, limits.min ?? 0, limits.max ?? Number.POSITIVE_INFINITY, pointer, found);
    if (limits.form && value !== '' && !limits.form.test(value)) {
      found.push({ problem: limits.problem ?? 'failed to match the required form', pointer });
    }
  };
}

/** An absolute http or https address of at most 3,000 characters. */
export const url: Rule = string({ min: 1, max: 3000, form: /^https?:\/\/[^\s]+$/, problem: 'invalid url' });

/** True or false. */
export const boolean: Rule = (value, pointer, found) => {
  if (typeof value !== 'boolean') found.push({ problem: 'must provide a boolean', pointer });
};

/** A finite number from `min` to `max`. */
export function number(limits: { min?: number; max?: number; whole?: boolean } = {}): Rule {
  return (value, pointer, found) => {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limits;
    if (typeof value !== 'number' || !Number.isFinite(value) || (limits.whole === true && !Number.isInteger(value))) {
      found.push({ problem: limits.whole === true ? 'must provide an integer' : 'must provide a number', pointer });
    } else if (value < min || value > max) {
      found.push({ problem: `must be between ${min} and ${max}`, pointer });
    }
  };
}

/** One of a few strings. */
export function oneOf(...values: readonly string[]): Rule {
  return (value, pointer, found) => {
    if (typeof value !== 'string' || !values.includes(value))
      found.push({ problem: `must be one of: ${values.join(', ')}`, pointer });
  };
}

/** A list of `min` (default 1) to `max` items that all follow one rule. */
export function list(item: Rule, limits: { min?: number; max?: number } = {}): Rule {
  const { min = 1, max = Number.POSITIVE_INFINITY } = limits;
  return (value, pointer, found) => {
    if (!Array.isArray(value)) {
      found.push({ problem: 'must provide an array', pointer });
      return;
    }
    if (value.length < min) found.push({ problem: `no less than ${min} items required`, pointer });
    if (value.length > max) found.push({ problem: `no more than ${max} items allowed`, pointer });
    for (const [index, each] of value.slice(0, max).entries()) item(each, `${pointer}/${index}`, found);
  };
}

/** An object with exactly these properties (`type` aside); `also` looks at what spans several of them. */
export function shape(required: Rules, optional: Rules = {}, also?: ShapeRule): Rule {
  return (value, pointer, found) => {
    if (!isJsonObject(value)) {
      found.push({ problem: 'must provide an object', pointer });
      return;
    }
    for (const name of Object.keys(required)) {
      if (value[name] === undefined || value[name] === null) {
        found.push({ problem: `missing required field: ${name}`, pointer });
      }
    }
    for (const [name, property] of Object.entries(value)) {
      const rule = Object.hasOwn(required, name) ? required[name] : Object.hasOwn(optional, name) && optional[name];
      if (rule) {
        if (property !== undefined && property !== null) rule(property, `${pointer}/${name}`, found);
      } else if (name !== 'type') {
        found.push({ problem: `invalid additional property: ${name}`, pointer });
      }
    }
    also?.(value, pointer, found);
  };
}

/** An object whose `type` says which rule it follows. */
export function byType(rules: Rules): Rule {
  return (value, pointer, found) => {
    if (!isJsonObject(value)) {
      found.push({ problem: 'must provide an object', pointer });
      return;
    }
    const type = value['type'];
    if (type === undefined) {
      found.push({ problem: 'missing required field: type', pointer });
      return;
    }
    const rule = typeof type === 'string' && Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule) rule(value, pointer, found);
    else
      found.push({
        problem: `unsupported type: ${typeof type === 'string' ? type : JSON.stringify(type)}`,
        pointer: `${pointer}/type`,
      });
  };
}

/** A text object of the given kind with 1 to `max` characters. */
export function text(kind: 'plain_text' | 'mrkdwn' | 'either', max: number): Rule {
  const plain = shape({ text: string({ min: 1, max }) }, { emoji: boolean });
  const mrkdwn = shape({ text: string({ min: 1, max }) }, { verbatim: boolean });
  if (kind === 'plain_text') return byType({ plain_text: plain });
  return byType(kind === 'mrkdwn' ? { mrkdwn } : { plain_text: plain, mrkdwn });
}

type Rules = Readonly<Record<string, Rule>>;
type ShapeRule = (value: JsonObject, pointer: string, found: Finding[]) => void;

function lengthProblem(value: string, min: number, max: number, pointer: string, found: Finding[]): void {
  if (value.length < min) found.push({ problem: `must be more than ${min - 1} characters`, pointer });
  if (value.length > max) found.push({ problem: `must be less than ${max + 1} characters`, pointer });
}
