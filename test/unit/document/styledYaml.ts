import fc from 'fast-check';
import { listKeys } from '../../../src/document/format/model.ts';

type Value = string | number | boolean | null | Value[] | Pairs;
interface Pairs {
  readonly pairs: readonly (readonly [string, Value])[];
}

const trickyTexts = [
  'Search',
  'two words',
  '- id: not-an-item',
  'features:',
  'features:\n  - id: inner\n',
  'touchpoints:\n- id: flush\n# no comment\n',
  'line one\nline two\n\n- id: x\nlast',
  '# not a comment',
  'a # b',
  'it\'s "quoted"',
  '搜索功能',
  'smile 😀 here',
  '---',
  '--- x\n...\n',
  '2026',
  'true',
  '',
  ' leading',
  'trailing ',
  'key: value',
  '{ flow }',
  '[a',
  '*alias',
  '&anchor',
  'a,b',
  'tab\there',
];

function property(): fc.Arbitrary<readonly [string, Value]> {
  const scalar = fc.oneof(
    fc.constantFrom(...trickyTexts),
    fc.integer({ min: -5, max: 99 }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(0.5, 7.4, 1e9),
  );
  const { value } = fc.letrec<{ value: Value; list: Value; map: Value }>((tie) => ({
    value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, tie('list'), tie('map')),
    list: fc.array(tie('value'), { maxLength: 3 }),
    map: fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 3, selector: ([name]) => name }).map((pairs) => ({ pairs })),
  }));
  return fc.tuple(key, value);
}

const key = fc.constantFrom('id', 'title', 'tags', 'tallies', 'counts', 'description', 'features', 'x-note', "it's", 'a b', '名称', 'kano');

class Writer {
  readonly #style: readonly number[];
  readonly #items: readonly (readonly (readonly [string, Value])[])[];
  readonly #lineBreak: string;
  #next = 0;
  #anchors: string[] = [];
  #open: string[] = [];

  constructor(style: readonly number[], items: readonly (readonly (readonly [string, Value])[])[]) {
    this.#style = style;
    this.#items = items;
    this.#lineBreak = this.#choose(4) === 0 ? '\r\n' : '\n';
  }

  file(order: readonly string[]): string {
    const head = this.#choose(8) === 0 ? ['---'] : this.#choose(8) === 0 ? ['# Kano', '', '---  # begins'] : [];
    const lines = [...this.#noise(0), ...head, ...order.flatMap((name) => [...this.#topEntry(name), ...this.#noise(0)])];
    const text = lines.map((line) => (this.#choose(12) === 0 && /[\w\]}"]$/.test(line) ? `${line}  ` : line)).join('\n');
    const ended = this.#choose(6) === 0 ? text : `${text}\n`;
    return ended.replaceAll('\n', this.#lineBreak);
  }

  #topEntry(name: string): readonly string[] {
    if (name === 'kano') return ['kano: 1'];
    if (name === 'uses') {
      const dash = `${' '.repeat(this.#choose(3))}-`;
      return this.#choose(2) ? ['uses:', `${dash} ../a.kano.yaml`, `${dash} ../b.kano.yaml`] : ['uses: [a]'];
    }
    if (!(listKeys as readonly string[]).includes(name)) return this.#entry(name, this.#property(name), 0);
    const header = this.#choose(5) === 0 ? `"${name}"` : name;
    const after = this.#choose(4) === 0 ? '  # the list' : this.#choose(8) === 0 ? ' ' : '';
    const shape = this.#choose(12);
    if (shape === 0)
      return [
        `${header}: [${this.#someItems()
          .map((item) => this.#flow(item))
          .join(', ')}]${after}`,
      ];
    if (shape === 1) return [`${header}:${after}`];
    if (shape === 2) return [`${header}: []`];
    const indentation = this.#choose(5);
    const items = this.#someItems().flatMap((item) => [...this.#item(item, indentation), ...this.#noise(this.#choose(6))]);
    return [`${header}:${after}`, ...this.#noise(indentation), ...items];
  }

  #property(name: string): Value {
    if (name === 'product') return 'Shop';
    return this.#items[this.#choose(this.#items.length)]?.[0]?.[1] ?? null;
  }

  #someItems(): readonly Value[] {
    const count = 1 + this.#choose(4);
    return Array.from({ length: count }, () => {
      const properties = this.#items[this.#choose(this.#items.length)] ?? [];
      const names = new Set<string>();
      return { pairs: properties.filter(([name]) => !names.has(name) && names.add(name)) };
    });
  }

  #item(item: Value, indentation: number): readonly string[] {
    const dash = `${' '.repeat(indentation)}-${' '.repeat(1 + this.#choose(3))}`;
    if (this.#choose(6) === 0) return [`${dash}${this.#flow(item)}`];
    if (this.#choose(14) === 0) return [`${dash}${this.#flow('just text')}`];
    if (this.#choose(14) === 0) return [`${dash.trimEnd()}`];
    if (this.#choose(14) === 0 && this.#anchors.length > 0) return [`${dash}*${this.#anchors[this.#choose(this.#anchors.length)]}`];
    const column = dash.length;
    const anchor = this.#choose(9) === 0 ? this.#newAnchor() : undefined;
    const lines = this.#blockMap(item as Pairs, column);
    if (anchor !== undefined) this.#closeAnchor(anchor);
    if (lines.length === 0) return [`${dash}{}`];
    if (anchor !== undefined) return [`${dash}&${anchor}`, ...lines];
    if (this.#choose(10) === 0) return [dash.trimEnd(), ...lines];
    return [dash + lines[0]?.slice(column), ...lines.slice(1)];
  }

  #blockMap({ pairs }: Pairs, column: number): readonly string[] {
    const merge = this.#choose(12) === 0 && this.#maps.length > 0 ? [`${' '.repeat(column)}<<: *${this.#maps[0]}`] : [];
    return [
      ...merge,
      ...pairs.flatMap(([name, value]) => [...this.#entry(name, value, column), ...(this.#choose(8) === 0 ? this.#noise(column) : [])]),
    ];
  }
  #maps: string[] = [];

  #entry(name: string, value: Value, column: number): readonly string[] {
    const written = this.#choose(6) === 0 && /^[\w-]+$/.test(name) ? `'${name}'` : name;
    const start = `${' '.repeat(column)}${written}:`;
    if (this.#choose(15) === 0 && this.#anchors.length > 0) return [`${start} *${this.#anchors[this.#choose(this.#anchors.length)]}`];
    const anchor = this.#choose(9) === 0 ? this.#newAnchor() : undefined;
    const mark = anchor === undefined ? '' : ` &${anchor}`;
    const comment = this.#choose(12) === 0 ? '  # why: so' : '';
    const lines = this.#valueLines(value, column, start + mark, comment);
    if (anchor !== undefined) this.#closeAnchor(anchor);
    if (anchor !== undefined && typeof value === 'object' && value !== null && 'pairs' in value) this.#maps.push(anchor);
    return lines;
  }

  #valueLines(value: Value, column: number, start: string, comment: string): readonly string[] {
    if (typeof value === 'string') return this.#text(value, column, start, comment);
    if (value === null) return [start + ['', ' ~', ' null'][this.#choose(3)] + comment];
    if (typeof value !== 'object') return [`${start} ${value}${comment}`];
    if (this.#choose(3) === 0)
      return [
        ...this.#foldFlow(`${start} ${this.#flow(value)}`, column).slice(0, -1),
        ...this.#foldFlow(`${start} ${this.#flow(value)}`, column)
          .slice(-1)
          .map((line) => line + comment),
      ];
    if ('pairs' in value) {
      const lines = this.#blockMap(value, column + 1 + this.#choose(4));
      return lines.length === 0 ? [`${start} {}`] : [start + comment, ...lines];
    }
    if (value.length === 0) return [`${start} []`];
    const deeper = column + this.#choose(4);
    return [
      start + comment,
      ...value.flatMap((item) =>
        typeof item === 'object' && item && 'pairs' in item ? this.#item(item, deeper) : [`${' '.repeat(deeper)}- ${this.#flow(item)}`],
      ),
    ];
  }

  #text(value: string, column: number, start: string, comment: string): readonly string[] {
    const style = this.#choose(6);
    const inner = ' '.repeat(column + 1 + this.#choose(4));
    if (style === 0 && !/^ /.test(value)) {
      const chomping = ['', '-', '+'][this.#choose(3)];
      return [
        `${start} ${this.#choose(2) ? '|' : '>'}${chomping}${comment}`,
        ...value.split('\n').map((line) => (line === '' ? '' : inner + line)),
      ];
    }
    if (style === 1) return [start, `${inner}${JSON.stringify(value)}`];
    if (style === 2 && /^[\w ]+\w$/.test(value))
      return `${start} ${value} more`.split(/ (?=more)/).map((line, index) => (index === 0 ? line : inner + line));
    if (style === 3 && !/[\n\t]/.test(value))
      return [`${start} 'first ${value.replaceAll("'", "''")}`, '', `${inner}- id: folded`, `${inner}last'${comment}`];
    if (style === 4 && /^[A-Za-z搜][^:#\n]*[^ :#\n]$/.test(value)) return [`${start} ${value}${comment}`];
    return [`${start} ${JSON.stringify(value)}${comment}`];
  }

  #flow(value: Value): string {
    if (typeof value === 'string') return /^[A-Za-z][A-Za-z ]*[A-Za-z]$/.test(value) ? value : JSON.stringify(value);
    if (value === null || typeof value !== 'object') return String(value);
    if ('pairs' in value)
      return `{ ${value.pairs.map(([name, child]) => `${this.#choose(5) ? JSON.stringify(name) : name}: ${this.#flow(child)}`).join(', ')} }`;
    return `[${value.map((item) => this.#flow(item)).join(',')}]`;
  }

  /** Breaks a flow collection over lines, some of which look like keys. */
  #foldFlow(line: string, column: number): readonly string[] {
    if (this.#folded !== undefined && this.#folded.line === line) return this.#folded.lines;
    const lines = this.#choose(2)
      ? [line]
      : line.split(/(?<=[{[] )|(?<=",)|(?<=, )/).map((piece, index) => (index === 0 ? piece : ' '.repeat(column + 2) + piece));
    this.#folded = { line, lines };
    return lines;
  }
  #folded: { readonly line: string; readonly lines: readonly string[] } | undefined;

  #noise(column: number): readonly string[] {
    switch (this.#choose(9)) {
      case 0:
        return [''];
      case 1:
        return ['# - id: commented out'];
      case 2:
        return [`${' '.repeat(column)}# features:`, ''];
      case 3:
        return ['', '   ', '# a: b'];
      default:
        return [];
    }
  }

  #newAnchor(): string {
    const name = ['a', 'b', 'c', 'd'][this.#choose(4)] ?? 'a';
    this.#open.push(name);
    return name;
  }

  #closeAnchor(name: string): void {
    this.#open.pop();
    if (!this.#open.includes(name)) this.#anchors.push(name);
  }

  #choose(count: number): number {
    const choice = this.#style[this.#next++ % this.#style.length] ?? 0;
    return Math.floor(choice + this.#next / this.#style.length) % count;
  }
}

/**
 * Writes Kano files in as many YAML styles as authors use: block and flow, any indentation, comments and blank lines
 * anywhere, block scalars whose lines look like items or keys, multi-line scalars, anchors, aliases and merge keys.
 * A few combinations are no YAML; the tests ask the `yaml` library which.
 */
export const styledFile: fc.Arbitrary<string> = fc
  .record({
    order: fc.shuffledSubarray([...listKeys, 'kano', 'product', 'uses', 'analysis', 'description', 'x-base', '"x-q\\"uo"', 'x-a#b'], {
      minLength: 3,
    }),
    items: fc.array(fc.array(property(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
    style: fc.array(fc.nat(9999), { minLength: 40, maxLength: 120 }),
  })
  .map(({ order, items, style }) => new Writer(style, items).file(order));
