import * as l10n from '@vscode/l10n';
import type { ListKey } from '../../document/format/model.ts';
import type { UnresolvedUse } from '../../document/product.ts';
import { definitionNoun } from '../../terms/labels.ts';

// Messages about ids, and about files and features that refer to each other.

/** `kano/duplicate-id`. `file` names the file of the first occurrence where that is another one; `line` counts from 0. */
export function duplicateId(list: ListKey, id: string, first: { readonly line: number; readonly file?: string }): string {
  const values = { noun: definitionNoun(list), id, line: first.line + 1, file: first.file ?? '' };
  if (first.file === undefined)
    return l10n.t('The {noun} “{id}” is already defined on line {line}. Give one of the two another id.', values);
  return l10n.t('The {noun} “{id}” is already defined in {file}, line {line}. Give one of the two another id.', values);
}

/** `kano/duplicate-id`, where two used files define the same id. */
export function duplicateIdInUse(list: ListKey, id: string, first: string, second: string): string {
  const values = { noun: definitionNoun(list), id, first, second };
  return l10n.t('{first} and {second} both define the {noun} “{id}”, and both are used here. Give one of the two another id.', values);
}

/** `kano/unknown-reference`. `nearest` is the defined id most like it. */
export function unknownReference(list: ListKey, id: string, nearest: string | null): string {
  const values = { noun: definitionNoun(list), id, nearest: nearest ?? '' };
  if (nearest !== null) return l10n.t('No {noun} is called “{id}”. Did you mean “{nearest}”?', values);
  return l10n.t('No {noun} is called “{id}”. Define it, or correct the id.', values);
}

/** `kano/unresolved-use`. `path` is what stands in the file. */
export function unresolvedUse(path: string, reason: UnresolvedUse['reason']): string {
  switch (reason) {
    case 'not-found':
      return l10n.t('There is no file {path}, seen from this file. Correct the path, or create the file.', { path });
    case 'outside':
      return l10n.t('{path} lies outside this folder, and a product stays within it. Move the file here.', { path });
    case 'not-kano':
      return l10n.t('{path} is not a *.kano.yaml or *.kano.yml file named by a relative path. Name such a file.', { path });
    case 'cycle':
      return l10n.t('{path} leads back to this file, so the files use each other in a circle. Remove one of the uses.', { path });
    case 'unreadable':
      return l10n.t('{path} cannot be read, so what it defines is missing here. Look at the problems of that file.', { path });
  }
}

/** Ids of a long circle that a message names; the rest is left out. */
const mostIdsNamed = 8;

/** `kano/dependency-cycle`. `ids` lists the features in the circle, each needing the next and the last the first. */
export function dependencyCycle(ids: readonly string[]): string {
  const named = ids.length <= mostIdsNamed ? ids : [...ids.slice(0, mostIdsNamed - 1), '…'];
  return l10n.t('These features need each other in a circle: {circle}. None can be built first: remove one of the dependencies.', {
    circle: [...named, ...named.slice(0, 1)].join(' → '),
  });
}

/** `kano/unused-definition` */
export function unusedDefinition(list: ListKey, id: string): string {
  return l10n.t('Nothing refers to the {noun} “{id}”. Use it, or remove it.', { noun: definitionNoun(list), id });
}

/** `kano/overlapping-tallies`. `survey` and `persona` are ids; `kind` says whether a tally stands twice or a whole beside its parts. */
export function overlappingTallies(kind: 'twice' | 'whole-and-parts', survey: string | null, persona: string | null): string {
  const where = survey === null ? l10n.t('without a survey') : l10n.t('of the survey “{survey}”', { survey });
  if (kind === 'whole-and-parts') {
    return l10n.t('Tallies {where} stand here both with and without a persona, so respondents would count twice. Keep one kind.', {
      where,
    });
  }
  if (persona === null)
    return l10n.t('Two tallies {where} stand here, so respondents would count twice. Keep one, or name the persona of each.', { where });
  return l10n.t('Two tallies {where} for the persona “{persona}” stand here, so respondents would count twice. Keep one.', {
    where,
    persona,
  });
}
