import * as l10n from '@vscode/l10n';
import type { ListKey } from '../document/format/model.ts';
import { definitionNoun } from '../terms/labels.ts';
import { count } from '../terms/numbers.ts';

// Why an id cannot be renamed. Each says what to do.

/** A line of a file; `line` counts from 0. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

export function noIdHere(): string {
  return l10n.t('There is no id here. Place the cursor on the id of a feature, touchpoint, stage, persona, survey or metric.');
}

export function idIsNoText(): string {
  return l10n.t('YAML does not read this id as a text. Put it in quotes first.');
}

/** The new id has been given already. */
export function idTaken(list: ListKey, id: string, place: FilePlace): string {
  return l10n.t('The {noun} “{id}” is already defined in {file}, line {line}. Choose another id.', {
    noun: definitionNoun(list),
    id,
    ...shown(place),
  });
}

/** The id stands for two things. */
export function definedTwice(list: ListKey, id: string, first: FilePlace, second: FilePlace): string {
  return l10n.t(
    'The {noun} “{id}” is defined in {file}, line {line}, and in {otherFile}, line {otherLine}: which is meant cannot be told. Change one of the two by hand first.',
    { noun: definitionNoun(list), id, ...shown(first), otherFile: second.file, otherLine: second.line + 1 },
  );
}

/** Something that is no YAML may refer to the id. */
export function brokenPlace(place: FilePlace, id: string): string {
  return l10n.t('{file} cannot be read around line {line}, where “{id}” may be meant too. Mend that first.', { id, ...shown(place) });
}

/** A file that is no text, or that may not be read. */
export function unreadableFile(file: string, id: string): string {
  return l10n.t('{file} cannot be read, and may use “{id}”. Make it readable, or take it out of the workspace.', { file, id });
}

export function tooManyFiles(number: number): string {
  return l10n.t('The workspace has more than {count} files, so some may be missed. Open a folder with fewer of them.', {
    count: count(number),
  });
}

/** A past version, or a file on a file system that cannot be written. */
export function notEditable(): string {
  return l10n.t('This version of the file cannot be edited. Rename the id in the file itself.');
}

function shown({ file, line }: FilePlace) {
  return { file, line: line + 1 };
}
