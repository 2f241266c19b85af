import type { TextEdit } from 'vscode-languageserver-types';
import type { DocumentSource } from '../document/documentSource.ts';
import { schemaAt } from '../document/format/formatSchema.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import { parsePart } from '../document/yaml/part.ts';
import type { Position, Range } from '../document/yaml/position.ts';
import { unknownReference } from '../wording/problems/references.ts';
import { idCharacters } from '../wording/problems/schema.ts';
import * as wording from '../wording/renameWording.ts';
import { rangeOfSpan, withoutQuotes } from './atPosition.ts';
import { fileName } from './fileName.ts';
import { filesSharing } from './filesSharing.ts';
import { type Id, isFaultyId, type Mention, mentionAt, mentionsIn } from './mentions.ts';

/** Why an id cannot be renamed, in a sentence for the reader. */
export interface NotRenamed {
  readonly reason: string;
}

/** All files there are. */
export interface RenameFiles {
  /** The file in which the rename was asked for among them. */
  readonly models: readonly KanoModel[];
  /** Files that cannot be read, by the names that readers know them by. */
  readonly unreadable: readonly string[];
  /** False where there are more files than were looked at. */
  readonly isComplete: boolean;
}

/** The id that would be renamed at a position, without its quotes, and where it stands. */
export function prepareRename(model: KanoModel, position: Position): { readonly range: Range; readonly placeholder: string } | NotRenamed {
  const mention = mentionAt(model, position);
  if (!mention) return { reason: isFaultyId(model, position) ? wording.idIsNoText() : wording.noIdHere() };
  const { item, span, id } = mention;
  return { range: rangeOfSpan(model, item.part, withoutQuotes(item.part.text, span)), placeholder: id };
}

/**
 * The edits that rename the id at a position wherever it stands in the files that share it, by the URIs of the files; or why it cannot be done
 * completely: half of a rename would be worse than none.
 */
export async function rename(
  from: KanoModel,
  position: Position,
  newId: string,
  files: RenameFiles,
  source: DocumentSource,
): Promise<ReadonlyMap<string, readonly TextEdit[]> | NotRenamed> {
  const sought = mentionAt(from, position);
  if (!sought) return { reason: wording.noIdHere() };
  if (newId === sought.id) return new Map();
  if (!idPattern.test(newId)) return { reason: idCharacters(newId) };
  const [missing] = files.unreadable;
  if (missing !== undefined) return { reason: wording.unreadableFile(missing, sought.id) };
  if (!files.isComplete) return { reason: wording.tooManyFiles(files.models.length) };
  const { mentioning, concerned } = await filesSharing(sought, from, files.models, source);
  const found = mentioning.flatMap((model) => mentionsIn(model, sought).map((mention): Found => ({ model, mention })));
  const obstacle = obstacleTo(sought, found, { list: sought.list, id: newId }, concerned);
  return obstacle === null ? editsOf(found, newId) : { reason: obstacle };
}

interface Found {
  readonly model: KanoModel;
  readonly mention: Mention;
}

const idPattern = new RegExp(schemaAt('features', ['id'])?.pattern ?? '');

function obstacleTo(sought: Id, found: readonly Found[], renamed: Id, concerned: readonly KanoModel[]): string | null {
  const [first, second] = found.filter(({ mention }) => mention.isDefinition);
  if (!first) return unknownReference(sought.list, sought.id, null);
  if (second) return wording.definedTwice(sought.list, sought.id, placeOf(first), placeOf(second));
  for (const model of concerned) {
    const taken = mentionsIn(model, renamed).find(({ isDefinition }) => isDefinition);
    if (taken) return wording.idTaken(renamed.list, renamed.id, placeOf({ model, mention: taken }));
    const broken = model.parts.find(({ text, syntaxFindings }) => syntaxFindings.length > 0 && holdsWord(text, sought.id));
    const [finding] = broken?.syntaxFindings ?? [];
    if (broken && finding) {
      const { line } = model.locate({ part: broken, start: finding.start, end: finding.end }).start;
      return wording.brokenPlace({ file: fileName(model.uri), line }, sought.id);
    }
  }
  return null;
}

function editsOf(found: readonly Found[], newId: string): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { model, mention } of found) {
    const { part } = mention.item;
    const inner = withoutQuotes(part.text, mention.span);
    // The author's quotes stay, and others come where YAML would read something else than a text.
    const newText = inner !== mention.span || isPlainText(newId) ? newId : `"${newId}"`;
    const own = edits.get(model.uri) ?? [];
    own.push({ range: rangeOfSpan(model, part, inner), newText });
    edits.set(model.uri, own);
  }
  return edits;
}

/** Whether YAML reads an id without quotes as the text that it is: `2026` is a number, `true` is none of both. */
function isPlainText(id: string): boolean {
  const { root } = parsePart(id);
  return root?.kind === 'scalar' && typeof root.value === 'string';
}

/** Whether an id stands anywhere in a text, not as part of a longer one. */
function holdsWord(text: string, id: string): boolean {
  const isInside = (character: string | undefined) => character !== undefined && /[\w.-]/.test(character);
  for (let start = text.indexOf(id); start !== -1; start = text.indexOf(id, start + 1)) {
    if (!isInside(text[start - 1]) && !isInside(text[start + id.length])) return true;
  }
  return false;
}

function placeOf({ model, mention: { item, span } }: Found): wording.FilePlace {
  return { file: fileName(model.uri), line: rangeOfSpan(model, item.part, span).start.line };
}
