import { isObject, type Json, type JsonObject, merged, textOf } from './json-parts.ts';
import { cellWords, type SchemeBlock } from './scheme-blocks.ts';
import type { SchemePosition } from './scheme-cells.ts';
import { type Placed, type SchemeRows, type SchemeSheetProblem, schemeRows, type TableRow } from './scheme-rows.ts';
import type { SchemeColumn } from './scheme-tables.ts';
import { conditionWord, isAnswer, isLevelWord, listOfWords, numberOf, wordOf } from './typed-cells.ts';

/** A scheme's document as it was put together, and where its parts came from. */
export interface ReadScheme {
  readonly document: JsonObject;
  /** The cell of a part of the document, by its path; of the nearest part around it where it has none of its own. */
  readonly cellOf: (path: string) => SchemePosition;
  readonly problems: readonly SchemeSheetProblem[];
}

/** Puts the document of one scheme together from its rows; whether it is sound, `checkDocument` says. */
export function readScheme(block: SchemeBlock): ReadScheme {
  return new SchemeReader(block).read();
}

class SchemeReader {
  private readonly found: SchemeRows;
  private readonly places: Map<string, SchemePosition>;
  private readonly problems: SchemeSheetProblem[];

  constructor(block: SchemeBlock) {
    this.found = schemeRows(block);
    this.places = new Map(this.found.places);
    this.problems = [...this.found.problems];
  }

  read(): ReadScheme {
    const { more } = this.found;
    const document = this.assembled(more === null ? {} : this.readMore(more.text, more.place));
    const { places, problems } = this;
    return {
      document,
      problems,
      cellOf(path) {
        for (let at = path; ; at = parentOf(at)) {
          const place = places.get(at);
          if (place !== undefined) return place;
        }
      },
    };
  }

  private assembled(rest: JsonObject): JsonObject {
    const restMethod = isObject(rest['method']) ? rest['method'] : undefined;
    const types = new Set(
      this.found.tables.criteria.flatMap(({ id, cells }) =>
        wordOf(cellWords(cells.get('type')?.cell)) === 'text' ? [id] : [],
      ),
    );
    if (Array.isArray(rest['derived']))
      for (const one of rest['derived']) if (isObject(one)) types.add(textOf(one['id']));
    const own: JsonObject = { ...this.found.lines };
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

  private tiers(): Json[] {
    return this.found.tables.tiers.map((row, index) => {
      const path = `tiers[${index}]`;
      const tier = this.begun(row, path);
      this.set(tier, 'colour', `${path}.colour`, this.at(row, 'colour'), 'text');
      const playbook: JsonObject = {};
      this.set(playbook, 'everyDays', `${path}.playbook.everyDays`, this.at(row, 'everyDays'));
      if (Object.keys(playbook).length > 0) tier['playbook'] = playbook;
      return this.withMore(row, tier);
    });
  }

  private criteria(): Json[] {
    return this.found.tables.criteria.map((row, index) => {
      const path = `criteria[${index}]`;
      const criterion = this.begun(row, path);
      for (const key of ['type', 'direction'] as const)
        this.set(criterion, key, `${path}.${key}`, this.at(row, key), 'word');
      const headings = this.at(row, 'headings');
      if (headings !== undefined) {
        criterion['headings'] = listOfWords(cellWords(headings.cell));
        this.places.set(`${path}.headings`, headings);
      }
      return this.withMore(row, criterion);
    });
  }

  private knockOuts(types: ReadonlySet<string>): Json[] {
    return this.found.tables.knockOuts.map((row, index) => {
      const path = `knockOuts[${index}]`;
      this.places.set(path, { row: row.row, column: 0 });
      const when: JsonObject = {};
      for (const key of ['above', 'below'] as const) this.set(when, key, `${path}.when.${key}`, this.at(row, key));
      const is = this.at(row, 'is');
      if (is !== undefined) {
        when['is'] = listOfWords(cellWords(is.cell)).map((word) => conditionWord(word, types.has(row.id)));
        this.places.set(`${path}.when.is`, is);
      }
      const knockOut: JsonObject = { criterion: row.id, ...(Object.keys(when).length > 0 ? { when } : {}) };
      this.set(knockOut, 'tier', `${path}.tier`, this.at(row, 'tier'), 'text');
      return this.withMore(row, knockOut);
    });
  }

  private methodOf(rest: JsonObject | undefined, types: ReadonlySet<string>): JsonObject | undefined {
    const kind = this.found.method ?? (rest === undefined ? undefined : textOf(rest['kind']));
    if (kind === undefined) return undefined;
    const method: JsonObject = { kind };
    if (this.found.by !== undefined) method['by'] = [...this.found.by];
    const scored = this.scored(types);
    if (scored.length > 0) method['criteria'] = scored;
    const limits = this.limits(kind);
    const key = kind === 'scorecard' ? 'cutOffs' : kind === 'bands' ? 'bands' : kind === 'quantiles' ? 'shares' : null;
    if (key !== null && limits.length > 0 && rest?.[key] === undefined) method[key] = limits;
    return method;
  }

  private limits(kind: string): Json[] {
    const key = kind === 'scorecard' ? 'cutOffs' : kind === 'bands' ? 'bands' : 'shares';
    const limits = this.found.tables.tiers.map((row, index) => {
      const path = `method.${key}[${index}]`;
      this.places.set(path, { row: row.row, column: 0 });
      const limit: JsonObject = { outcome: row.id };
      for (const bound of ['from', 'upTo', 'share'] as const)
        this.set(limit, bound, `${path}.${bound}`, this.at(row, bound));
      return limit;
    });
    const hasLimits = limits.some((limit) => Object.keys(limit).length > 1);
    if (!hasLimits) return [];
    // the last tier of a scorecard takes the rest, and has no least score
    const last = limits[limits.length - 1];
    return kind === 'scorecard' && last !== undefined && Object.keys(last).length === 1 ? limits.slice(0, -1) : limits;
  }

  private scored(types: ReadonlySet<string>): Json[] {
    const points = new Map<string, TableRow[]>();
    const weighted = new Set(this.found.tables.weights.map(({ id }) => id));
    for (const row of this.found.tables.points) {
      if (!weighted.has(row.id))
        this.problems.push({ code: 'points-without-weight', text: row.id, row: row.row, column: 0 });
      points.set(row.id, [...(points.get(row.id) ?? []), row]);
    }
    return this.found.tables.weights.map((row, index) => {
      const path = `method.criteria[${index}]`;
      this.places.set(path, { row: row.row, column: 0 });
      const scored: JsonObject = { criterion: row.id };
      this.set(scored, 'weight', `${path}.weight`, this.at(row, 'weight'));
      this.setMissing(scored, path, row);
      this.setPoints(scored, path, points.get(row.id) ?? [], types.has(row.id));
      return this.withMore(row, scored);
    });
  }

  private setMissing(scored: JsonObject, path: string, row: TableRow): void {
    const missing = this.at(row, 'missing');
    if (missing === undefined) return;
    this.places.set(`${path}.missing`, missing);
    const points = numberOf(missing.cell);
    scored['missing'] = points === undefined ? { do: wordOf(cellWords(missing.cell)) } : { do: 'points', points };
  }

  private setPoints(scored: JsonObject, path: string, rows: readonly TableRow[], isText: boolean): void {
    const bands: JsonObject[] = [];
    const words: Record<'levels' | 'answers' | 'labels', JsonObject> = { levels: {}, answers: {}, labels: {} };
    for (const row of rows) {
      const is = this.at(row, 'is');
      if (is === undefined) {
        const place = `${path}.bands[${bands.length}]`;
        this.places.set(place, { row: row.row, column: 0 });
        const band: JsonObject = {};
        for (const key of ['from', 'upTo', 'top', 'points'] as const)
          this.set(band, key, `${place}.${key}`, this.at(row, key));
        bands.push(band);
        continue;
      }
      const word = cellWords(is.cell);
      if (this.at(row, 'from') ?? this.at(row, 'upTo') ?? this.at(row, 'top'))
        this.problems.push({ code: 'limit-and-word', text: word, row: is.row, column: is.column });
      const meaning = isText ? word : wordOf(word);
      const kind = isText ? 'labels' : isLevelWord(meaning) ? 'levels' : isAnswer(meaning) ? 'answers' : 'labels';
      this.set(words[kind], meaning, `${path}.${kind}.${meaning}`, this.at(row, 'points'));
      this.places.set(`${path}.${kind}`, { row: is.row, column: is.column });
    }
    if (bands.length > 0) scored['bands'] = bands;
    for (const [kind, points] of Object.entries(words)) if (Object.keys(points).length > 0) scored[kind] = points;
  }

  private begun(row: TableRow, path: string): JsonObject {
    this.places.set(path, { row: row.row, column: 0 }).set(`${path}.id`, { row: row.row, column: 0 });
    const title = this.at(row, 'title');
    if (title === undefined) return { id: row.id };
    this.places.set(`${path}.titles`, title);
    return { id: row.id, titles: { [row.titleLanguage]: cellWords(title.cell) } };
  }

  private withMore(row: TableRow, own: JsonObject): Json {
    const more = this.at(row, 'more');
    return more === undefined ? own : merged(this.readMore(cellWords(more.cell), more), own);
  }

  private readMore(text: string, place: SchemePosition | undefined): JsonObject {
    if (text === '' || place === undefined) return {};
    try {
      const value: unknown = JSON.parse(text);
      if (isObject(value)) return value;
    } catch {
      // told below
    }
    this.problems.push({ code: 'not-json', row: place.row, column: place.column });
    return {};
  }

  private at(row: TableRow, column: SchemeColumn): Placed | undefined {
    const found = row.cells.get(column);
    return found === undefined ? undefined : { cell: found.cell, row: row.row, column: found.column };
  }

  private set(
    target: JsonObject,
    key: string,
    path: string,
    placed: Placed | undefined,
    as: 'number' | 'text' | 'word' = 'number',
  ): void {
    if (placed === undefined || cellWords(placed.cell) === '') return;
    const { cell, row, column } = placed;
    this.places.set(path, { row, column });
    const text = cellWords(cell);
    const value = as === 'text' ? text : as === 'word' ? wordOf(text) : numberOf(cell);
    if (value === undefined) this.problems.push({ code: 'not-a-number', text, row, column });
    else Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  }
}

/** `a.b[2]` for `a.b[2].c`, and so on; empty at the end. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
