import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver-types';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { type Position, type Range, rangeContains } from '../../../src/document/yaml/position.ts';
import { documentLinks } from '../../../src/languageFeatures/documentLinks.ts';
import { hover } from '../../../src/languageFeatures/hover.ts';
import { definition, documentHighlights } from '../../../src/languageFeatures/references.ts';
import { prepareRename, rename } from '../../../src/languageFeatures/rename.ts';
import { selectionRange } from '../../../src/languageFeatures/selectionRange.ts';
import { documentSymbols } from '../../../src/languageFeatures/symbols.ts';

const whole = `# A shop
kano: 1
product: Shop
uses: [journey.kano.yaml]
stages: [{ id: s, name: S }]
touchpoints:
  - id: &t search
    name: Search
    stage: s
features:
- id: a
  title: "A"
  touchpoints: [*t, search]
  links: [https://x.example]

# next
- &b
  id: b
  title: >-
    B
  dependsOn:
    - a
  tallies: [{ survey: x, persona: y, counts: { M: 3 } }]
- { <<: *b, id: c }
`;

/** The text after a few cuts and insertions of what breaks YAML. */
const damaged = fc
  .array(
    fc.tuple(
      fc.nat(whole.length),
      fc.nat(12),
      fc.constantFrom(
        '',
        '\n',
        '"',
        "'",
        '[',
        '{',
        '}',
        ']',
        '- ',
        '  ',
        ': ',
        '*t',
        '&t ',
        '|',
        '#',
        '\r\n',
        '\t',
        '---\n',
        'id: a',
        '<<: *b',
      ),
    ),
    { maxLength: 4 },
  )
  .map((edits) => edits.reduce((text, [at, cut, added]) => text.slice(0, at) + added + text.slice(at + cut), whole));

/** A quote left open around items that were cut out: what it holds spans them. */
const openQuote = whole.replace('[{ id: s', "['{ id: s").replace('features:', 'f"eatures:');

it('nothing throws in broken files, and every range lies in the text and in the one around it', async () => {
  await fc.assert(
    fc.asyncProperty(damaged, fc.nat(), async (text, seed) => {
      const model = readModel('a.kano.yaml', text);
      const product = singleFileProduct(model);
      const analysis = analysisOfProduct(product);
      const lines = text.split('\n');
      const line = seed % lines.length;
      const position: Position = { line, character: (seed >> 5) % ((lines[line]?.length ?? 0) + 3) };
      const isInText = ({ start, end }: Range) =>
        expect([start, end].every((at) => at.line < lines.length && at.character <= (lines[at.line]?.length ?? 0))).toBe(true);
      const check = (symbol: DocumentSymbol, parent?: DocumentSymbol): void => {
        expect(symbol.name).not.toBe('');
        isInText(symbol.range);
        expect(holds(symbol.range, symbol.selectionRange)).toBe(true);
        if (parent) expect(holds(parent.range, symbol.range)).toBe(true);
        for (const child of symbol.children ?? []) check(child, symbol);
      };
      for (const symbol of documentSymbols(model, analysis)) check(symbol);
      for (const { range } of [...documentLinks(model), ...documentHighlights(model, position)]) isInText(range);
      for (const { targetRange, targetSelectionRange } of definition(product, position))
        expect(holds(targetRange, targetSelectionRange)).toBe(true);
      const shown = hover(product, analysis, position);
      if (shown?.range) isInText(shown.range);
      for (let step: SelectionRange | undefined = selectionRange(model, position); step; step = step.parent) {
        if (step.parent) expect(holds(step.parent.range, step.range)).toBe(true);
      }
      const prepared = prepareRename(model, position);
      const files = { models: [model], unreadable: [], isComplete: true };
      const renamed = await rename(model, position, 'new-id', files, {
        resolve: async () => ({ reason: 'not-found' }),
        open: async () => undefined,
      });
      if ('reason' in prepared) expect(renamed).toHaveProperty('reason');
      else isInText(prepared.range);
    }),
    { numRuns: 200, examples: [[openQuote, 0]] },
  );
});

function holds(outer: Range, inner: Range): boolean {
  return rangeContains(outer, inner.start) && rangeContains(outer, inner.end);
}
