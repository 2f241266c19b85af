import * as l10n from '@vscode/l10n';
import type { TextEdit } from 'vscode-languageserver-types';
import { addToGroup } from '../base/groupBy.ts';
import { idPattern } from '../document/definitionIndex.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { DocumentSource } from '../document/product.ts';
import { parsePart } from '../document/yaml/part.ts';
import type { Position, Range } from '../document/yaml/position.ts';
import { idCharactersMessage } from '../problems/schema/schemaMessage.ts';
import { unknownReferenceMessage } from '../problems/unknownReference.ts';
import { nounIn } from '../terms/labels.ts';
import { count } from '../terms/numbers.ts';
import { rangeOfOffsets, withoutQuotes } from './atPosition.ts';
import { filesSharing } from './filesSharing.ts';
import { definitionsIn, fileName, type Id, isFaultyId, type Mention, mentionAt, mentionsIn } from './mentions.ts';

/** Why an id cannot be renamed, as a sentence for the reader that says what to do. */
interface NotRenamed {
  readonly reason: string;
}

/** All files there are. */
interface RenameFiles {
  /** Includes the file in which the rename was requested. */
  readonly models: readonly KanoModel[];
  /** Files that cannot be read, by the names that readers know them by. */
  readonly unreadable: readonly string[];
  /** False where there are more files than were read. */
  readonly isComplete: boolean;
}

/** The id that a rename at a position would change, without its quotes, and its range. */
export function prepareRename(model: KanoModel, position: Position): { readonly range: Range; readonly placeholder: string } | NotRenamed {
  const mention = mentionAt(model, position);
  if (mention) {
    const { item, offsets, id } = mention;
    return { range: rangeOfOffsets(model, item.part, withoutQuotes(item.part.text, offsets)), placeholder: id };
  }
  return isFaultyId(model, position) ? { reason: l10n.t('YAML does not read this id as text. Put it in quotes first.') } : noIdHere();
}

/**
 * The edits, by file URI, that rename the id at a position in all files that share it; or why that cannot be done completely: half a rename
 * would be worse than none.
 */
export async function rename(
  from: KanoModel,
  position: Position,
  newId: string,
  files: RenameFiles,
  source: DocumentSource,
): Promise<ReadonlyMap<string, readonly TextEdit[]> | NotRenamed> {
  const sought = mentionAt(from, position);
  if (!sought) return noIdHere();
  const { list, id } = sought;
  if (newId === id) return new Map();
  if (!idPattern.test(newId)) return { reason: idCharactersMessage(newId) };
  const [file] = files.unreadable;
  if (file !== undefined) {
    const reason = l10n.t('{file} cannot be read, and may use “{id}”. Make it readable, or remove it from the workspace.', { file, id });
    return { reason };
  }
  if (!files.isComplete) {
    const values = { count: count(files.models.length) };
    return {
      reason: l10n.t('The workspace has more than {count} files, so some may be missed. Open a folder with fewer of them.', values),
    };
  }
  const { mentioning, concerned } = await filesSharing(sought, from, files.models, source);
  const found = mentioning.flatMap((model) => mentionsIn(model, sought).map((mention): Found => ({ model, mention })));
  const obstacle = obstacleTo(sought, found, { list, id: newId }, concerned);
  return obstacle === null ? editsOf(found, newId) : { reason: obstacle };
}

interface Found {
  readonly model: KanoModel;
  readonly mention: Mention;
}

function noIdHere(): NotRenamed {
  return {
    reason: l10n.t(
      'There is no id here. Place the cursor on the id of a feature, touchpoint, stage, persona, survey, metric, need or pain.',
    ),
  };
}

function obstacleTo({ list, id }: Id, found: readonly Found[], renamed: Id, concerned: readonly KanoModel[]): string | null {
  const [first, second] = found.filter(({ mention }) => mention.isDefinition);
  if (!first) return unknownReferenceMessage(list, id, null);
  const noun = nounIn(first.mention.item.list, list);
  if (second) {
    const { file: otherFile, line: otherLine } = fileAndLine(second);
    return l10n.t(
      'The {noun} “{id}” is defined in {file}, line {line}, and in {otherFile}, line {otherLine}: it is unclear which one is meant. Change one of the two by hand first.',
      { noun, id, ...fileAndLine(first), otherFile, otherLine },
    );
  }
  for (const model of concerned) {
    const [taken] = definitionsIn(model, renamed);
    if (taken) {
      const values = { noun: nounIn(taken.item.list, list), id: renamed.id, ...fileAndLine({ model, mention: taken }) };
      return l10n.t('The {noun} “{id}” is already defined in {file}, line {line}. Choose another id.', values);
    }
    const broken = model.parts.find(({ text, syntaxFindings }) => syntaxFindings.length > 0 && holdsWord(text, id));
    const [finding] = broken?.syntaxFindings ?? [];
    if (broken && finding) {
      const line = model.locate({ part: broken, start: finding.start, end: finding.end }).start.line + 1;
      const values = { file: fileName(model.uri), line, id };
      return l10n.t('{file} cannot be read around line {line}, which may also mention “{id}”. Fix that first.', values);
    }
  }
  return null;
}

function fileAndLine({ model, mention: { item, offsets } }: Found): { readonly file: string; readonly line: number } {
  return { file: fileName(model.uri), line: rangeOfOffsets(model, item.part, offsets).start.line + 1 };
}

function editsOf(found: readonly Found[], newId: string): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const { model, mention } of found) {
    const { part } = mention.item;
    const inner = withoutQuotes(part.text, mention.offsets);
    // The author's quotes stay; an id that YAML would not read as text gets quotes.
    const newText = inner !== mention.offsets || isPlainText(newId) ? newId : `"${newId}"`;
    addToGroup(edits, model.uri, { range: rangeOfOffsets(model, part, inner), newText });
  }
  return edits;
}

/** Whether YAML reads an id without quotes as text: `2026` is a number, `true` a boolean. */
function isPlainText(id: string): boolean {
  const { root } = parsePart(id);
  return root?.kind === 'scalar' && typeof root.value === 'string';
}

/** Whether a text holds an id, and not only as part of a longer one. */
function holdsWord(text: string, id: string): boolean {
  const isInside = (character: string | undefined) => character !== undefined && /[\w.-]/.test(character);
  for (let start = text.indexOf(id); start !== -1; start = text.indexOf(id, start + 1)) {
    if (!isInside(text[start - 1]) && !isInside(text[start + id.length])) return true;
  }
  return false;
}
