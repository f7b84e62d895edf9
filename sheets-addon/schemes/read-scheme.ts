import { pathTo } from '../../core/grading/path-to.ts';
import { isObject, type Json, type JsonObject, merged, textOf } from './json-parts.ts';
import { cellWords, type SchemeBlock } from './scheme-blocks.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { cellAt, filledCell, type Placed, type SchemeRows, schemeRows, type TableRow } from './scheme-rows.ts';
import type { SchemeColumn } from './scheme-tables.ts';
import type { SheetProblem } from './sheet-problem.ts';
import { conditionWord, isAnswer, isLevelWord, listOfWords, numberOf, wordOf } from './typed-cells.ts';

/** Where a part of a document stands in the sheet. */
export interface PartPlace extends SchemePosition {
  /** Whether it is the part's own cell, not one around it. */
  readonly isExact: boolean;
  /** Whether the part stands in a cell *More*. */
  readonly isMore: boolean;
}

/** A scheme's document as it was put together, and where its parts came from. */
export interface ReadScheme {
  readonly document: JsonObject;
  readonly rows: SchemeRows;
  /** The cell of a part of the document, by its path; of the nearest part around it where it has none of its own. */
  readonly placeOf: (path: string) => PartPlace;
  readonly problems: readonly SheetProblem[];
}

/** Puts the document of one scheme together from its rows; whether it is sound, `checkDocument` says. */
export function readScheme(block: SchemeBlock): ReadScheme {
  return new SchemeReader(block).read();
}

class SchemeReader {
  private readonly found: SchemeRows;
  private readonly places: Map<string, SchemePosition & { readonly isMore?: true }>;
  private readonly problems: SheetProblem[];

  /** Whether rows fell out of their tables: what seems to be missing is among them then. */
  private readonly isTorn: boolean;

  constructor(block: SchemeBlock) {
    this.found = schemeRows(block);
    this.isTorn = this.found.problems.some(({ code }) => code === 'outside' || code === 'outside-rows');
    this.places = new Map(this.found.places);
    this.problems = [...this.found.problems];
  }

  read(): ReadScheme {
    const { more } = this.found;
    const document = this.assembled(more === null ? {} : this.readMore(more.text, more.place, ''));
    const { places, found } = this;
    // two schemes that became one: whatever else is wrong would only follow from it
    const joined = this.problems.find(({ code }) => code === 'line-twice');
    const problems = joined === undefined ? this.problems : [joined];
    return {
      document,
      rows: found,
      problems,
      placeOf(path) {
        for (let at = path; ; at = parentOf(at)) {
          const place = places.get(at);
          if (place === undefined) continue;
          const { row, column, isMore = false } = place;
          return { row, column, isExact: at === path, isMore };
        }
      },
    };
  }

  private assembled(rest: JsonObject): JsonObject {
    const restMethod = isObject(rest['method']) ? rest['method'] : undefined;
    const types = new Set(
      this.found.tables.criteria.flatMap((row) =>
        wordOf(cellWords(filledCell(row, 'type')?.cell)) === 'text' ? [row.id] : [],
      ),
    );
    if (Array.isArray(rest['derived']))
      for (const one of rest['derived']) if (isObject(one)) types.add(textOf(one['id']));
    this.checkWeights(types);
    const own: JsonObject = { ...this.found.document };
    const tiers = this.tiers();
    if (tiers.length > 0) own['tiers'] = tiers;
    const criteria = this.criteria();
    if (criteria.length > 0) own['criteria'] = criteria;
    const knockOuts = this.knockOuts(types);
    if (knockOuts.length > 0) own['knockOuts'] = knockOuts;
    const method = this.methodOf(restMethod, types);
    if (method !== undefined) own['method'] = method;
    return merged(rest, own) as JsonObject;
  }

  /** Told here, since points that then belong to nothing keep the document from being checked. */
  private checkWeights(derived: ReadonlySet<string>): void {
    const { criteria, weights } = this.found.tables;
    const known = new Set([...derived, ...criteria.map(({ id }) => id)]);
    if (criteria.length === 0 || this.isTorn) return;
    for (const { id, row } of weights)
      if (!known.has(id)) this.problems.push({ code: 'unknown-criterion', name: id, row, column: 0 });
  }

  private tiers(): Json[] {
    return this.found.tables.tiers.map((row, index) => {
      const path = `tiers[${index}]`;
      const tier = this.begun(row, path);
      this.set(tier, 'colour', `${path}.colour`, cellAt(row, 'colour'), 'text');
      const playbook: JsonObject = {};
      this.set(playbook, 'everyDays', `${path}.playbook.everyDays`, cellAt(row, 'everyDays'));
      if (Object.keys(playbook).length > 0) tier['playbook'] = playbook;
      return this.withMore(row, tier, path);
    });
  }

  private criteria(): Json[] {
    return this.found.tables.criteria.map((row, index) => {
      const path = `criteria[${index}]`;
      const criterion = this.begun(row, path);
      for (const key of ['type', 'direction'] as const)
        this.set(criterion, key, `${path}.${key}`, cellAt(row, key), 'word');
      const headings = filledCell(row, 'headings');
      if (headings !== undefined) {
        criterion['headings'] = listOfWords(cellWords(headings.cell));
        this.put(`${path}.headings`, headings);
      }
      return this.withMore(row, criterion, path);
    });
  }

  private knockOuts(types: ReadonlySet<string>): Json[] {
    return this.found.tables.knockOuts.map((row, index) => {
      const path = `knockOuts[${index}]`;
      this.putRow(path, row).putRow(`${path}.criterion`, row);
      const when: JsonObject = {};
      for (const key of ['above', 'below'] as const) this.set(when, key, `${path}.when.${key}`, cellAt(row, key));
      const is = filledCell(row, 'is');
      if (is !== undefined) {
        when['is'] = listOfWords(cellWords(is.cell)).map((word) => conditionWord(word, types.has(row.id)));
        this.put(`${path}.when.is`, is);
      }
      const knockOut: JsonObject = { criterion: row.id, ...(Object.keys(when).length > 0 ? { when } : {}) };
      this.set(knockOut, 'tier', `${path}.tier`, cellAt(row, 'tier'), 'text');
      return this.withMore(row, knockOut, path);
    });
  }

  private methodOf(rest: JsonObject | undefined, types: ReadonlySet<string>): JsonObject | undefined {
    const kind = this.found.method ?? (rest === undefined ? undefined : textOf(rest['kind']));
    if (kind === undefined) return undefined;
    const method: JsonObject = { kind };
    if (this.found.by !== undefined) method['by'] = [...this.found.by];
    const scored = this.scored(kind, types);
    if (scored.length > 0) method['criteria'] = scored;
    const key = LIMIT_LISTS[kind];
    if (key === undefined || rest?.[key] !== undefined) {
      if (key !== undefined) this.refuseLimits('more-limits');
      else if (WITHOUT_LIMITS.has(kind)) this.refuseLimits('foreign-cell');
      return method;
    }
    const limits = this.limits(kind, key);
    if (limits.length > 0) method[key] = limits;
    return method;
  }

  private limits(kind: string, key: string): Json[] {
    const limits = this.found.tables.tiers.map((row, index) => {
      const path = `method.${key}[${index}]`;
      this.putRow(path, row);
      const limit: JsonObject = { outcome: row.id };
      for (const bound of LIMITS) this.set(limit, bound, `${path}.${bound}`, cellAt(row, bound));
      return limit;
    });
    const hasLimits = limits.some((limit) => Object.keys(limit).length > 1);
    if (!hasLimits) return [];
    // the last tier of a scorecard takes the rest, and has no least score
    const last = limits[limits.length - 1];
    return kind === 'scorecard' && last !== undefined && Object.keys(last).length === 1 ? limits.slice(0, -1) : limits;
  }

  /** What was written where a method has no use for it would be lost without a word. */
  private refuseLimits(code: 'foreign-cell' | 'more-limits'): void {
    for (const tier of this.found.tables.tiers)
      for (const limit of LIMITS) {
        const cell = filledCell(tier, limit);
        if (cell !== undefined) this.problems.push({ code, row: cell.row, column: cell.column });
      }
  }

  private scored(kind: string, types: ReadonlySet<string>): Json[] {
    const points = new Map<string, TableRow[]>();
    const { weights } = this.found.tables;
    if (weights.length === 0) return this.isTorn ? [] : this.withoutWeights(kind);
    const weighted = new Set(weights.map(({ id }) => id));
    for (const row of this.found.tables.points) {
      if (!weighted.has(row.id) && !points.has(row.id) && !this.isTorn)
        this.problems.push({ code: 'points-without-weight', name: row.id, row: row.row, column: 0 });
      points.set(row.id, [...(points.get(row.id) ?? []), row]);
    }
    return weights.map((row, index) => {
      const path = `method.criteria[${index}]`;
      this.putRow(path, row).putRow(`${path}.criterion`, row);
      const scored: JsonObject = { criterion: row.id };
      this.set(scored, 'weight', `${path}.weight`, cellAt(row, 'weight'));
      this.setMissing(scored, path, row);
      this.setPoints(scored, path, points.get(row.id) ?? [], types.has(row.id));
      return this.withMore(row, scored, path);
    });
  }

  /** Points for what nothing says to count. */
  private withoutWeights(kind: string): Json[] {
    const { heads, tables, block } = this.found;
    const head = heads.get('points');
    if (head === undefined || tables.points.length === 0) return [];
    if (kind !== 'scorecard') this.problems.push({ code: 'foreign-table', table: 'points', row: head.row, column: 0 });
    else {
      const row = heads.get('weights')?.row ?? block.firstRow;
      this.problems.push({ code: 'table-gone', table: 'weights', row, column: 0 });
    }
    return [];
  }

  private setMissing(scored: JsonObject, path: string, row: TableRow): void {
    const missing = filledCell(row, 'missing');
    if (missing === undefined) return;
    for (const part of ['', '.do', '.points']) this.put(`${path}.missing${part}`, missing);
    const points = numberOf(missing.cell);
    scored['missing'] = points === undefined ? { do: wordOf(cellWords(missing.cell)) } : { do: 'points', points };
  }

  private setPoints(scored: JsonObject, path: string, rows: readonly TableRow[], isText: boolean): void {
    const bands: JsonObject[] = [];
    const words: Record<'levels' | 'answers' | 'labels', JsonObject> = { levels: {}, answers: {}, labels: {} };
    const seen = new Set<string>();
    for (const row of rows) {
      const is = filledCell(row, 'is');
      if (is === undefined) {
        const place = `${path}.bands[${bands.length}]`;
        if (bands.length === 0) this.putRow(`${path}.bands`, row);
        this.putRow(place, row);
        const band: JsonObject = {};
        for (const key of ['from', 'upTo', 'top', 'points'] as const)
          this.set(band, key, `${place}.${key}`, cellAt(row, key));
        bands.push(band);
        continue;
      }
      const word = cellWords(is.cell);
      if (filledCell(row, 'from') ?? filledCell(row, 'upTo') ?? filledCell(row, 'top'))
        this.problems.push({ code: 'limit-and-word', row: is.row, column: is.column });
      const meaning = isText ? word : wordOf(word);
      const kind = isText ? 'labels' : isLevelWord(meaning) ? 'levels' : isAnswer(meaning) ? 'answers' : 'labels';
      const at = pathTo(`${path}.${kind}`, meaning);
      if (seen.has(meaning)) this.problems.push({ code: 'word-twice', name: word, row: is.row, column: is.column });
      seen.add(meaning);
      const points = cellAt(row, 'points');
      if (points !== undefined && cellWords(points.cell) === '')
        this.problems.push({ code: 'empty', row: points.row, column: points.column });
      this.set(words[kind], meaning, at, cellAt(row, 'points'));
      if (Object.keys(words[kind]).length < 2) this.put(`${path}.${kind}`, is);
    }
    if (bands.length > 0) scored['bands'] = bands;
    for (const [kind, points] of Object.entries(words)) if (Object.keys(points).length > 0) scored[kind] = points;
  }

  private begun(row: TableRow, path: string): JsonObject {
    this.putRow(path, row).putRow(`${path}.id`, row);
    const title = cellAt(row, 'title');
    if (title !== undefined) this.put(`${path}.titles`, title);
    const text = cellWords(title?.cell);
    if (text === '') return { id: row.id };
    const { titleLanguage } = row.head;
    if (title !== undefined) this.put(pathTo(`${path}.titles`, titleLanguage), title);
    return { id: row.id, titles: { [titleLanguage]: text } };
  }

  private withMore(row: TableRow, own: JsonObject, path: string): Json {
    const more = filledCell(row, 'more');
    return more === undefined ? own : merged(this.readMore(cellWords(more.cell), more, path), own);
  }

  private readMore(text: string, place: SchemePosition, path: string): JsonObject {
    if (text === '') return {};
    try {
      const value: unknown = JSON.parse(text);
      if (isObject(value)) {
        this.putMore(value, path, place);
        return value;
      }
    } catch {
      // told below
    }
    this.problems.push({ code: 'not-json', row: place.row, column: place.column });
    return {};
  }

  /** Everything in a cell *More* stands there, unless a cell of its own says it. */
  private putMore(value: Json, path: string, { row, column }: SchemePosition, depth = 0): void {
    if (depth > DEEPEST) return;
    if (path !== '' && !this.places.has(path)) this.places.set(path, { row, column, isMore: true });
    const parts: Iterable<readonly [PropertyKey, Json]> = Array.isArray(value)
      ? value.entries()
      : isObject(value)
        ? Object.entries(value)
        : [];
    for (const [key, part] of parts) this.putMore(part, pathTo(path, key), { row, column }, depth + 1);
  }

  private put(path: string, { row, column }: SchemePosition): this {
    this.places.set(path, { row, column });
    return this;
  }

  private putRow(path: string, { row }: TableRow): this {
    return this.put(path, { row, column: 0 });
  }

  private set(
    target: JsonObject,
    key: string,
    path: string,
    placed: Placed | undefined,
    as: 'number' | 'text' | 'word' = 'number',
  ): void {
    if (placed === undefined) return;
    const { cell, row, column } = placed;
    this.places.set(path, { row, column });
    const text = cellWords(cell);
    if (text === '') return;
    const value = as === 'text' ? text : as === 'word' ? wordOf(text) : numberOf(cell);
    if (value === undefined) this.problems.push({ code: 'value', row, column });
    else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  }
}

/** Where the method of each kind says where tiers begin. */
const LIMIT_LISTS: Readonly<Record<string, 'cutOffs' | 'bands' | 'shares'>> = {
  scorecard: 'cutOffs',
  bands: 'bands',
  quantiles: 'shares',
};

/** Methods whose tiers begin nowhere. */
const WITHOUT_LIMITS: ReadonlySet<string> = new Set(['decision-table', 'matrix']);

const LIMITS = ['from', 'upTo', 'share'] as const satisfies readonly SchemeColumn[];

/** No part of a sound document lies deeper. */
const DEEPEST = 12;

/** `a.b[2]` for `a.b[2].c`, and so on; empty at the end. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
