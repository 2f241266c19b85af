import * as l10n from '@vscode/l10n';
import type { Category, ListKey } from '../../document/format/model.ts';
import { categoryLabel } from '../../terms/categoryLabels.ts';
import { definitionNoun } from '../../terms/labels.ts';

// Titles of quick fixes: each says exactly what happens.

export function changeTo(old: string, wanted: string): string {
  return l10n.t('Change “{old}” to “{wanted}”', { old, wanted });
}

/** Of an id, in its definition and wherever the file refers to it. */
export function changeIdTo(old: string, wanted: string): string {
  return l10n.t('Change “{old}” to “{wanted}”, also where this file refers to it', { old, wanted });
}

export function changeLetterTo(old: string, letter: Category): string {
  return l10n.t('Change “{old}” to “{letter}” ({label})', { old, letter, label: categoryLabel(letter) });
}

export function keepAsOwnKey(key: string): string {
  return l10n.t('Keep “{key}” as your own: rename it to “x-{key}”', { key });
}

export function putInQuotes(written: string): string {
  return l10n.t('Put “{written}” in quotes', { written });
}

export function writeAsNumber(written: string): string {
  return l10n.t('Write {written} as a number, without quotes', { written });
}

export function addEntry(text: string): string {
  return l10n.t('Add “{text}”', { text });
}

export function define(list: ListKey, id: string): string {
  return l10n.t('Define the {noun} “{id}” in this file', { noun: definitionNoun(list), id });
}

export function removeCopy(list: ListKey, id: string): string {
  return l10n.t('Remove this copy of the {noun} “{id}”', { noun: definitionNoun(list), id });
}

export function giveId(id: string): string {
  return l10n.t('Give this one the id “{id}”', { id });
}

export function removeFrom(key: string, id: string): string {
  return l10n.t('Remove “{id}” from “{key}”', { key, id });
}

export function removeTallyCopy(): string {
  return l10n.t('Remove this copy of the tally');
}

/** The short form becomes one of the list. */
export function moveTally(): string {
  return l10n.t('Move “tally” into “tallies”, as answers of no survey');
}

export function lettersUnderCounts(): string {
  return l10n.t('Put the letters under “counts”');
}

export function removeDefinition(list: ListKey, id: string): string {
  return l10n.t('Remove the {noun} “{id}”', { noun: definitionNoun(list), id });
}

export function setTo(key: string, value: string): string {
  return l10n.t('Set “{key}” to “{value}”', { key, value });
}

export function setAssumedTo(category: Category): string {
  return l10n.t('Set “assumed” to “{letter}” ({label})', { letter: category, label: categoryLabel(category) });
}

export function removeKey(key: string): string {
  return l10n.t('Remove “{key}”', { key });
}

export function spacesForTabs(): string {
  return l10n.t('Write spaces instead of tabs');
}

export function addSpace(): string {
  return l10n.t('Add a space after the colon');
}

export function addComma(): string {
  return l10n.t('Add the missing comma');
}

export function silenceHere(code: string): string {
  return l10n.t('Silence {code} here, with a comment', { code });
}

export function silenceInFile(code: string): string {
  return l10n.t('Silence {code} in this file, with a comment at the top', { code });
}

/** @param path of the `.kanorc.yaml` file as the user knows it */
export function turnOff(code: string, path: string, isNew: boolean): string {
  if (isNew) return l10n.t('Create {path} and turn {code} off in it', { code, path });
  return l10n.t('Turn {code} off in {path}', { code, path });
}

export function fixAll(): string {
  return l10n.t('Fix all Kano problems where that cannot do harm');
}
