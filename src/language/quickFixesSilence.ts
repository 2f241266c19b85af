import { oncePerObject } from '../analysis/once.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import { entryOf, plainValue } from '../document/node.ts';
import { type Part, parseItem } from '../document/part.ts';
import { type ConfigurationFile, readConfiguration } from '../document/readConfiguration.ts';
import { updateDocument } from '../document/updateDocument.ts';
import { insertEntry, replaceValue } from '../document/writing/mapEdits.ts';
import { sameContent, saysTheSame } from '../document/writing/sameContent.ts';
import { ownEntries } from '../document/writing/spans.ts';
import { lineBreakOf, type PartEdit, type TextEdit, textChanges, textEdits } from '../document/writing/textEdit.ts';
import type { Fix } from '../rules/fix.ts';
import type { Problem, ProblemCode } from '../rules/problem.ts';
import * as wording from '../wording/problems/fixes.ts';

/** Comments that silence a problem where it stands, and in its whole file. A comment goes nowhere where it would be text. */
export function silencingFixes(document: KanoDocument, { code, range }: Problem): readonly Fix[] {
  const { line } = range.start;
  const index = document.segmentAt(line);
  const written = document.segments[index]?.segment.text.split('\n')[line - document.startLine(index)]?.replace(/\r$/, '') ?? '';
  const here = [commentBehind(written, line, code), commentAbove(document, written, line, code)].find((edits) => isSafe(document, edits));
  return [
    ...(here ? [{ title: wording.silenceHere(code), edits: here }] : []),
    ...(isTopSafe(document) ? [{ title: wording.silenceInFile(code), edits: commentAtTop(document, code) }] : []),
  ];
}

function commentBehind(text: string, line: number, code: ProblemCode): readonly TextEdit[] {
  const known = /(?:^|\s)#\s*kano-disable-line\s+kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*/.exec(text);
  if (known) return insertion(line, known.index + known[0].length, ` ${code}`);
  return insertion(line, text.trimEnd().length, ` # kano-disable-line ${code}`);
}

function commentAbove(document: KanoDocument, text: string, line: number, code: ProblemCode): readonly TextEdit[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  return insertion(line, 0, `${indentation}# kano-disable-next-line ${code}${lineBreakOf(document)}`);
}

/** Beside the codes that the first lines silence already. */
function commentAtTop(document: KanoDocument, code: ProblemCode): readonly TextEdit[] {
  const known = /^#\s*kano-disable-file\s+kano\/[a-z-]+(?:[\s,]+kano\/[a-z-]+)*/;
  const beginning = document.segments.slice(0, 20).map(({ segment }) => segment.text);
  const lines = beginning.join('').split('\n', 20);
  const line = lines.findIndex((text) => known.test(text));
  const written = line === -1 ? undefined : known.exec(lines[line] ?? '')?.[0];
  if (written !== undefined) return insertion(line, written.length, ` ${code}`);
  return insertion(0, 0, `# kano-disable-file ${code}${lineBreakOf(document)}`);
}

/** Whatever the code: it stands at the same place. */
const isTopSafe = oncePerObject((document: KanoDocument) => isSafe(document, commentAtTop(document, 'kano/syntax')));

/** What cannot be read may swallow a comment. Behind a line of an item that was read alone, nothing but the item has to be read again. */
function isSafe(document: KanoDocument, edits: readonly TextEdit[]): boolean {
  const { line = 0, character = 0 } = edits[0]?.range.start ?? {};
  const index = document.segmentAt(line);
  const part = document.segments[index]?.entry?.part;
  if (!part || character === 0) return saysTheSame(document, edits);
  const lines = part.text.split('\n');
  const row = line - document.startLine(index);
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
 * The edits that turn a code off in a `.kanorc.yaml` file and leave all else as it is, comments too; `undefined` where that cannot be done, as in
 * a file that is not readable.
 */
export function turnOffEdits(file: ConfigurationFile, code: ProblemCode): readonly TextEdit[] | undefined {
  const { document } = file;
  const edits = turningOff(document, code);
  const result = edits && textEdits(document, document.frame, edits);
  if (!result) return undefined;
  const after = readConfiguration(document.uri, updateDocument(document, textChanges(result)).text);
  const isDone = after.configuration.rules[code] === 'off' && after.document.syntaxFindings.length === 0;
  return isDone && JSON.stringify(after.configuration.analysis) === JSON.stringify(file.configuration.analysis) ? result : undefined;
}

function turningOff(document: KanoDocument, code: ProblemCode): readonly PartEdit[] | undefined {
  const { text, root } = document.frame;
  const lineBreak = lineBreakOf(document);
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    const gap = text === '' || text.endsWith('\n') ? '' : lineBreak;
    return [{ start: text.length, end: text.length, newText: `${gap}rules:${lineBreak}  ${code}: off${lineBreak}` }];
  }
  if (root.kind !== 'map') return undefined;
  const rules = entryOf(root, 'rules');
  const block = `rules:${lineBreak}  ${code}: off`;
  if (!rules) return insertEntry(text, root, ownEntries(text, root).at(-1), root.flow ? `rules: { ${code}: off }` : block, lineBreak);
  if (rules.value.kind !== 'map') return replaceValue(text, rules, `{ ${code}: off }`);
  const known = entryOf(rules.value, code);
  if (known) return replaceValue(text, known, 'off');
  return insertEntry(text, rules.value, ownEntries(text, rules.value).at(-1), `${code}: off`, lineBreak);
}
