import * as l10n from '@vscode/l10n';
import { oncePerObject } from '../base/once.ts';
import { type ConfigurationFile, readConfiguration } from '../document/configuration.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { updateModel } from '../document/versions/updateModel.ts';
import { insertEntry, replaceValue } from '../document/writing/collectionEdits.ts';
import { ownEntries } from '../document/writing/nodeOffsets.ts';
import { sameContent, saysTheSame } from '../document/writing/sameContent.ts';
import { lineBreakOf, type PartEdit, type TextEdit, textChanges, textEdits } from '../document/writing/textEdit.ts';
import { entryOf, plainValue } from '../document/yaml/node.ts';
import { type Part, parseItem } from '../document/yaml/part.ts';
import { comparePositions } from '../document/yaml/position.ts';
import type { Fix } from '../problems/fix.ts';
import type { ProblemCode } from '../problems/index.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * The fixes for one problem, best first; empty where only the author can know.
 *
 * @param product the product in which the problem was found
 * @param files paths that its `uses` could name, if known
 */
export function quickFixes(product: Product, problem: Problem, files: readonly string[] = []): readonly Fix[] {
  return problem.fixes?.(product, files) ?? [];
}

/**
 * The edits of all fixes that cannot do harm: quotes around ids and other texts that YAML reads as something else, no quotes around numbers, a
 * space behind a colon, and keys and values that are one letter off from a single known one.
 */
export function fixAll(product: Product, problems: readonly Problem[]): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const problem of problems) {
    const fix = quickFixes(product, problem).find(({ isHarmless }) => isHarmless);
    // Two fixes that touch may contradict each other: the other one is offered the next time.
    if (fix && !fix.edits.some((edit) => chosen.some((other) => touch(edit, other)))) chosen.push(...fix.edits);
  }
  return chosen;
}

function touch({ range: a }: TextEdit, { range: b }: TextEdit): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** Fixes that silence a problem by a comment, on its line or in its whole file; none where the comment would be read as text. */
export function silencingFixes(model: KanoModel, { code, range }: Problem): readonly Fix[] {
  const { line } = range.start;
  const index = model.segmentAt(line);
  const written = model.segments[index]?.segment.text.split('\n')[line - model.startLine(index)]?.replace(/\r$/, '') ?? '';
  const here = [commentBehind(written, line, code), commentAbove(model, written, line, code)].find((edits) => isSafe(model, edits));
  return [
    ...(here ? [{ title: l10n.t('Silence {code} here, with a comment', { code }), edits: here }] : []),
    ...(isTopSafe(model)
      ? [{ title: l10n.t('Silence {code} in this file, with a comment at the top', { code }), edits: commentAtTop(model, code) }]
      : []),
  ];
}

function commentBehind(text: string, line: number, code: ProblemCode): readonly TextEdit[] {
  const known = /(?:^|\s)#\s*kano-disable-line\s+kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*/.exec(text);
  if (known) return insertion(line, known.index + known[0].length, ` ${code}`);
  return insertion(line, text.trimEnd().length, ` # kano-disable-line ${code}`);
}

function commentAbove(model: KanoModel, text: string, line: number, code: ProblemCode): readonly TextEdit[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  return insertion(line, 0, `${indentation}# kano-disable-next-line ${code}${lineBreakOf(model)}`);
}

/** Joins the codes that a comment in the first lines already silences. */
function commentAtTop(model: KanoModel, code: ProblemCode): readonly TextEdit[] {
  const known = /^#\s*kano-disable-file\s+kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*/;
  const beginning = model.segments.slice(0, 20).map(({ segment }) => segment.text);
  const lines = beginning.join('').split('\n', 20);
  const line = lines.findIndex((text) => known.test(text));
  const written = line === -1 ? undefined : known.exec(lines[line] ?? '')?.[0];
  if (written !== undefined) return insertion(line, written.length, ` ${code}`);
  return insertion(0, 0, `# kano-disable-file ${code}${lineBreakOf(model)}`);
}

/** The code does not matter: the comment goes to the same line. */
const isTopSafe = oncePerObject((model: KanoModel) => isSafe(model, commentAtTop(model, 'kano/syntax')));

/** Broken text may swallow a comment. For a comment behind a line of an item that was read alone, only that item is read again. */
function isSafe(model: KanoModel, edits: readonly TextEdit[]): boolean {
  const { line = 0, character = 0 } = edits[0]?.range.start ?? {};
  const index = model.segmentAt(line);
  const part = model.segments[index]?.item?.part;
  if (!part || character === 0) return saysTheSame(model, edits);
  const lines = part.text.split('\n');
  const row = line - model.startLine(index);
  lines[row] = `${lines[row]?.slice(0, character)}${edits[0]?.newText}${lines[row]?.slice(character)}`;
  const after = parseItem(lines.join('\n'));
  return after.syntaxFindings.length <= part.syntaxFindings.length && sameContent(contentOf(after), contentOf(part));
}

function contentOf({ root }: Part): unknown {
  return root && plainValue(root);
}

function insertion(line: number, character: number, newText: string): readonly TextEdit[] {
  const position = { line, character };
  return [{ range: { start: position, end: position }, newText }];
}

/**
 * The edits that turn a code off in a `.kanorc.yaml` file and keep everything else, including comments; `undefined` where that is not possible,
 * for example in an unreadable file.
 */
export function turnOffEdits(file: ConfigurationFile, code: ProblemCode): readonly TextEdit[] | undefined {
  const { model } = file;
  const edits = turningOff(model, code);
  const result = edits && textEdits(model, model.frame, edits);
  if (!result) return undefined;
  const after = readConfiguration(model.uri, updateModel(model, textChanges(result)).text);
  const isDone = after.configuration.rules[code] === 'off' && after.model.syntaxFindings.length === 0;
  return isDone && JSON.stringify(after.configuration.analysis) === JSON.stringify(file.configuration.analysis) ? result : undefined;
}

function turningOff(model: KanoModel, code: ProblemCode): readonly PartEdit[] | undefined {
  const { text, root } = model.frame;
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    const gap = text === '' || text.endsWith('\n') ? '' : '\n';
    return [{ start: text.length, end: text.length, newText: `${gap}rules:\n  ${code}: off\n` }];
  }
  if (root.kind !== 'map') return undefined;
  const rules = entryOf(root, 'rules');
  const block = `rules:\n  ${code}: off`;
  if (!rules) return insertEntry(text, root, ownEntries(text, root).at(-1), root.flow ? `rules: { ${code}: off }` : block);
  if (rules.value.kind !== 'map') return replaceValue(text, rules, `{ ${code}: off }`);
  const known = entryOf(rules.value, code);
  if (known) return replaceValue(text, known, 'off');
  return insertEntry(text, rules.value, ownEntries(text, rules.value).at(-1), `${code}: off`);
}
