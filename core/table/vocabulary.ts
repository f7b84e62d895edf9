import { isCloseSpelling } from './close-spelling.ts';
import type { FieldDefinition } from './field-definition.ts';
import { FIELDS } from './fields.ts';
import { type Heading, headingKey, readHeading } from './heading.ts';

/** The fields that a table's columns may hold, ready to look headings up in. */
export interface Vocabulary {
  readonly fieldById: ReadonlyMap<string, FieldDefinition>;
  /** Field ids by heading key; more than one when the heading fits several. */
  readonly idsByKey: ReadonlyMap<string, readonly string[]>;
}

/** What a heading was recognised as. `ids` holds several when it fits more than one field: then nobody may guess. */
export interface HeadingMatch {
  readonly ids: readonly string[];
  readonly match: 'exact' | 'close';
}

/**
 * The fields of a kind of table (`known`, those of customers by default) with a scheme's own: the scheme's headings go first where both claim one, and a scheme's criterion with the id of one
 * of our fields adds its headings to it and says what its values may be (the type stays ours, since the value is shared by all schemes).
 */
export function vocabulary(own: readonly FieldDefinition[], known: readonly FieldDefinition[] = FIELDS): Vocabulary {
  if (own.length === 0 && known === FIELDS) {
    standard ??= build([], FIELDS);
    return standard;
  }
  return build(own, known);
}

/** Looks a heading up, exact keys only. */
export function exactMatch(words: Vocabulary, text: string): HeadingMatch | undefined {
  const heading = readHeading(text);
  if (heading === null) return undefined;
  for (const key of heading.keys) {
    const ids = words.idsByKey.get(key);
    if (ids === undefined) continue;
    return { ids: acrossLanguages(words, heading, ids), match: isWhole(words, heading, key) ? 'exact' : 'close' };
  }
  return undefined;
}

/** Looks a heading up by spelling; undefined when nothing is near. Headings that are known to mean something else match nothing. */
export function closeMatch(words: Vocabulary, text: string): HeadingMatch | undefined {
  const key = readHeading(text)?.bare;
  if (key === undefined || key.length < 4 || key.length > 40 || OTHER_HEADINGS.has(key)) return undefined;
  const ids = new Set<string>();
  for (const [known, owners] of words.idsByKey) if (isCloseSpelling(key, known)) for (const id of owners) ids.add(id);
  return ids.size === 0 ? undefined : { ids: [...ids], match: 'close' };
}

/** Ids of the fields that somebody who wrote `text` in place of an id may mean: as a heading, a part of an id, or a slip; empty for none. */
export function fieldsNear(words: Vocabulary, text: string): readonly string[] {
  const folded = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const byId = [...words.fieldById.keys()].filter((id) => {
    const other = id.toLowerCase();
    return other === folded || (folded.length >= 4 && other.includes(folded)) || isCloseSpelling(other, folded);
  });
  const byHeading = (exactMatch(words, text) ?? closeMatch(words, text))?.ids ?? [];
  return [...new Set([...byHeading, ...byId])];
}

let standard: Vocabulary | undefined;

/** One letter away from a heading, yet something else. */
const OTHER_HEADINGS = new Set(
  'contract contracts contacts trader estate ordered orderno orderid salary accounting discount profile profiles regional accountable 合同编号 合同名称 订单编号 订单名称 产品编号 联系内容 联系地址 客户类型 公司类型 企业类型'.split(
    ' ',
  ),
);

function build(own: readonly FieldDefinition[], known: readonly FieldDefinition[]): Vocabulary {
  const fieldById = new Map<string, FieldDefinition>(known.map((one) => [one.id, one]));
  const idsByKey = new Map<string, string[]>();
  const claim = (one: FieldDefinition, claimed?: ReadonlySet<string>): void => {
    for (const heading of one.headings) {
      const key = headingKey(heading);
      if (key === '' || claimed?.has(key) === true) continue;
      const ids = idsByKey.get(key);
      if (ids === undefined) idsByKey.set(key, [one.id]);
      else if (!ids.includes(one.id)) ids.push(one.id);
    }
  };
  for (const one of own) {
    if (one.id === '__proto__') continue;
    const ours = fieldById.get(one.id);
    const { range, isPast } = one;
    fieldById.set(one.id, ours === undefined ? one : { ...ours, ...(range && { range }), ...(isPast && { isPast }) });
    claim(one);
  }
  const claimed = new Set(idsByKey.keys());
  for (const one of known) claim(one, claimed);
  return { fieldById, idsByKey };
}

/** Whether nothing with a meaning of its own was left out to find the key. */
function isWhole(words: Vocabulary, heading: Heading, key: string): boolean {
  return heading.remark === '' || key === heading.keys[0] || words.idsByKey.has(headingKey(heading.remark));
}

/**
 * A heading in two languages whose halves name different fields fits both; halves that say nothing are passed over. One that is known as
 * a whole is not taken apart, but for what stands in its brackets.
 */
function acrossLanguages(words: Vocabulary, heading: Heading, ids: readonly string[]): readonly string[] {
  const [whole = '', unbracketed = ''] = heading.keys;
  if (words.idsByKey.has(whole)) return ids;
  const isKnown = words.idsByKey.has(unbracketed) || words.idsByKey.has(heading.bare);
  const others = isKnown ? [headingKey(heading.remark)] : heading.keys;
  const all = new Set(ids);
  for (const key of others) for (const id of words.idsByKey.get(key) ?? []) all.add(id);
  return [...all];
}
