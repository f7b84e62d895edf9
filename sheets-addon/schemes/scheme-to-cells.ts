import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Language } from '../../core/text/language.ts';
import {
  meaningsOf,
  SCHEME_COLUMNS,
  SCHEME_LINES,
  SCHEME_TABLES,
  SCHEME_VALUES,
  wordKey,
} from '../../core/text/sheets-scheme-words.ts';
import { isObject, type Json, type JsonObject, take, textOf } from './json-parts.ts';
import { SCHEME_SHEET_WIDTH, type SchemeCell, type SchemeCells } from './scheme-cells.ts';
import { type SchemeColumn, type SchemeTable, TABLE_COLUMNS } from './scheme-tables.ts';

/** A cell of Google Sheets holds 50,000 characters; some room is left. */
const LONGEST_CELL = 45_000;

/**
 * A scheme as rows that a person can edit: lines of its own, then a table each of its tiers, criteria, weights, points and
 * knock-outs. What the tables have no column for stands as JSON in *More*, so that nothing of the document is lost:
 * `cellsToSchemes` gives back an equal one.
 */
export function schemeToCells(scheme: AnyScheme, language: Language): SchemeCells {
  const writer = new SchemeWriter(JSON.parse(JSON.stringify(scheme)) as JsonObject, language);
  return writer.rows();
}

type Row = Partial<Record<SchemeColumn, SchemeCell>>;

class SchemeWriter {
  private readonly rest: JsonObject;
  private readonly language: Language;
  private readonly texts: Set<string>;

  constructor(rest: JsonObject, language: Language) {
    this.rest = rest;
    this.language = language;
    this.texts = new Set(
      listOf(rest['criteria']).flatMap((one) => (one['type'] === 'text' ? [textOf(one['id'])] : [])),
    );
    for (const derived of listOf(rest['derived'])) this.texts.add(textOf(derived['id']));
  }

  rows(): SchemeCells {
    const { rest } = this;
    const id = textOf(take(rest, 'id'));
    const title = this.title(rest);
    const version = take(rest, 'version');
    const method = isObject(rest['method']) ? rest['method'] : undefined;
    const kind = method === undefined ? undefined : textOf(take(method, 'kind'));
    const by = method === undefined ? undefined : this.by(method);
    const tiers = this.tiers(method, kind);
    const weights = this.weights(method);
    const points = weights.points;
    const criteria = this.criteria();
    const knockOuts = this.knockOuts();
    if (method !== undefined && Object.keys(method).length === 0) delete rest['method'];
    const lines: SchemeCell[][] = [
      [this.line('scheme'), id],
      [this.line('title'), title],
      [this.line('version'), typeof version === 'number' ? version : ''],
      ...(kind === undefined ? [] : [[this.line('method'), this.value(kind)]]),
      ...(by === undefined ? [] : [[this.line('by'), by]]),
      ...this.moreLines(),
    ];
    return [
      ...lines,
      ...this.table('tiers', tiers),
      ...this.table('criteria', criteria),
      ...this.table('weights', weights.rows),
      ...this.table('points', points),
      ...this.table('knockOuts', knockOuts),
    ].map((row) => [...row, ...Array.from({ length: SCHEME_SHEET_WIDTH - row.length }, () => '')]);
  }

  private table(table: SchemeTable, rows: readonly (readonly [id: string, row: Row])[]): SchemeCell[][] {
    if (rows.length === 0) return [];
    const columns = TABLE_COLUMNS[table];
    return [
      [''],
      [SCHEME_TABLES[table][this.language], ...columns.map((column) => SCHEME_COLUMNS[column][this.language])],
      ...rows.map(([id, row]) => [id, ...columns.map((column) => row[column] ?? '')]),
    ];
  }

  private tiers(method: JsonObject | undefined, kind: string | undefined): [string, Row][] {
    const tiers = listOf(take(this.rest, 'tiers'));
    const limits = method === undefined ? undefined : tierLimits(method, kind, tiers);
    return tiers.map((tier, index) => {
      const id = textOf(take(tier, 'id'));
      const title = this.title(tier);
      const colour = take(tier, 'colour');
      const playbook = isObject(tier['playbook']) ? tier['playbook'] : undefined;
      const everyDays = playbook === undefined ? undefined : take(playbook, 'everyDays');
      if (playbook !== undefined && Object.keys(playbook).length === 0 && everyDays !== undefined)
        delete tier['playbook'];
      return [id, { ...limits?.[index], ...given({ title, everyDays, colour }), ...more(tier) }];
    });
  }

  private criteria(): [string, Row][] {
    return listOf(take(this.rest, 'criteria')).map((criterion) => {
      const id = textOf(take(criterion, 'id'));
      const title = this.title(criterion);
      const type = this.value(textOf(take(criterion, 'type')));
      const direction = take(criterion, 'direction');
      const headings = Array.isArray(criterion['headings']) ? criterion['headings'].map(textOf) : [];
      const isPlain = headings.length > 0 && headings.every((heading) => isPlainWord(heading));
      if (isPlain) delete criterion['headings'];
      const row = given({ title, type, headings: isPlain ? headings.join(', ') : undefined });
      return [
        id,
        { ...row, direction: direction === undefined ? '' : this.value(textOf(direction)), ...more(criterion) },
      ];
    });
  }

  private weights(method: JsonObject | undefined): { rows: [string, Row][]; points: [string, Row][] } {
    const points: [string, Row][] = [];
    const scored = listOf(method === undefined ? undefined : take(method, 'criteria'));
    const rows = scored.map((one): [string, Row] => {
      const id = textOf(take(one, 'criterion'));
      const weight = take(one, 'weight');
      const missing = this.missing(one);
      points.push(...this.points(id, one));
      return [id, { ...given({ weight, missing }), ...more(one) }];
    });
    return { rows, points };
  }

  private missing(scored: JsonObject): SchemeCell | undefined {
    const missing = scored['missing'];
    if (!isObject(missing)) return undefined;
    delete scored['missing'];
    return missing['do'] === 'points' ? Number(missing['points']) : this.value(textOf(missing['do']));
  }

  private points(id: string, scored: JsonObject): [string, Row][] {
    const rows: [string, Row][] = [];
    for (const band of listOf(take(scored, 'bands'))) {
      const top = typeof band['top'] === 'number' ? percentCell(band['top']) : undefined;
      rows.push([id, given({ from: band['from'], upTo: band['upTo'], top, points: band['points'] })]);
    }
    const isText = this.texts.has(id);
    for (const [key, reserved] of [
      ['levels', LEVELS],
      ['answers', ANSWERS],
    ] as const) {
      if (isText || !isObject(scored[key])) continue;
      const words = take(scored, key) as JsonObject;
      for (const word of reserved) rows.push([id, given({ is: this.value(word), points: words[word] })]);
    }
    const labels = scored['labels'];
    if (!isObject(labels)) return rows;
    const words = Object.keys(labels);
    const isWritten = words.every((word) => isPlainWord(word) && (isText || !RESERVED.has(wordKey(word))));
    if (!isWritten) return rows;
    delete scored['labels'];
    for (const word of words) rows.push([id, given({ is: word, points: labels[word] })]);
    return rows;
  }

  private knockOuts(): [string, Row][] {
    return listOf(take(this.rest, 'knockOuts')).map((knockOut) => {
      const id = textOf(take(knockOut, 'criterion'));
      const tier = take(knockOut, 'tier');
      const when = isObject(knockOut['when']) ? knockOut['when'] : {};
      const above = take(when, 'above');
      const below = take(when, 'below');
      const words = this.isWords(when, this.texts.has(id));
      if (words !== undefined) delete when['is'];
      if (Object.keys(when).length === 0) delete knockOut['when'];
      return [id, { ...given({ above, below, is: words, tier }), ...more(knockOut) }];
    });
  }

  /** The words of a condition, where they can be told from each other in one cell. */
  private isWords(when: JsonObject, isText: boolean): string | undefined {
    const words = when['is'];
    if (!Array.isArray(words)) return undefined;
    const written = words.map((word) => {
      if (typeof word === 'boolean') return isText ? undefined : this.value(word ? 'yes' : 'no');
      const text = textOf(word);
      if (!isText && LEVELS.some((level) => level === text)) return this.value(text);
      return isPlainWord(text) && (isText || !RESERVED.has(wordKey(text))) ? text : undefined;
    });
    return written.every((word) => word !== undefined) ? written.join(', ') : undefined;
  }

  private by(method: JsonObject): string | undefined {
    const by = method['by'];
    if (!Array.isArray(by)) return undefined;
    delete method['by'];
    return by.map(textOf).join(', ');
  }

  private title(of: JsonObject): string {
    const titles = of['titles'];
    if (!isObject(titles)) return '';
    const title = take(titles, this.language);
    if (Object.keys(titles).length === 0) delete of['titles'];
    return textOf(title);
  }

  private moreLines(): SchemeCell[][] {
    if (Object.keys(this.rest).length === 0) return [];
    const text = JSON.stringify(this.rest);
    const pieces: string[] = [];
    for (let from = 0; from < text.length; from += LONGEST_CELL) pieces.push(text.slice(from, from + LONGEST_CELL));
    return pieces.map((piece) => [this.line('more'), piece]);
  }

  private line(line: keyof typeof SCHEME_LINES): string {
    return SCHEME_LINES[line][this.language];
  }

  /** The word of a document's word; itself where there is none. */
  private value(word: string): string {
    return word in SCHEME_VALUES ? SCHEME_VALUES[word as keyof typeof SCHEME_VALUES][this.language] : word;
  }
}

const LEVELS = ['high', 'medium', 'low', 'none'] as const;
const ANSWERS = ['yes', 'no'] as const;
const RESERVED = meaningsOf(SCHEME_VALUES);

/** The limits of each tier, taken out of the method where it names each tier once, in their order. */
function tierLimits(method: JsonObject, kind: string | undefined, tiers: readonly JsonObject[]): Row[] | undefined {
  const key =
    kind === 'scorecard' ? 'cutOffs' : kind === 'bands' ? 'bands' : kind === 'quantiles' ? 'shares' : undefined;
  if (key === undefined) return undefined;
  const limits = listOf(method[key]);
  const wanted = kind === 'scorecard' ? tiers.slice(0, -1) : tiers;
  const fits =
    limits.length === wanted.length &&
    limits.every((limit, index) => limit['outcome'] === tiers[index]?.['id'] && limit['top'] === undefined);
  if (!fits) return undefined;
  delete method[key];
  return limits.map(({ from, upTo, share }) =>
    given({ from, upTo, share: typeof share === 'number' ? percentCell(share) : undefined }),
  );
}

/** A share as a person writes it, `5%`, where that says the same number. */
function percentCell(share: number): SchemeCell {
  const percent = Number((share * 100).toPrecision(12));
  return Number(`${percent}`) / 100 === share ? `${percent}%` : share;
}

/** A word that can stand in a list with commas and means the same when it is read again. */
function isPlainWord(word: string): boolean {
  return word === word.trim() && word !== '' && !/[,，、;；\n]/.test(word);
}

function more(rest: JsonObject): Row {
  return Object.keys(rest).length === 0 ? {} : { more: JSON.stringify(rest) };
}

function given(cells: Readonly<Partial<Record<SchemeColumn, Json | undefined>>>): Row {
  const row: Row = {};
  for (const [column, cell] of Object.entries(cells)) {
    if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean')
      row[column as SchemeColumn] = cell;
  }
  return row;
}

function listOf(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter((item) => isObject(item)) : [];
}
