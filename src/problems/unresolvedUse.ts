import * as l10n from '@vscode/l10n';
import { nearest } from '../base/nearestWord.ts';
import type { UnresolvedUse } from '../document/product.ts';
import { removeEntry, removeItem } from '../document/writing/collectionEdits.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import type { PartEdit } from '../document/writing/textEdit.ts';
import type { LocalRange } from '../document/yaml/localRange.ts';
import { entryOf, stringsAt } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { changeTitle, fixInPart, removeFromTitle } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';

/** More would bury the other fix. */
const filesOffered = 3;

export const unresolvedUse = {
  code: 'kano/unresolved-use',
  severity: 'error',
  title: 'Unresolved use',
  description: '`uses` names something that is not a Kano file inside the workspace folder, or files use each other in a cycle.',
  findInProduct({ product, model }) {
    return product.unresolvedUses
      .filter((use) => use.model === model)
      .map(({ path, range, reason }): Occurrence => {
        const isOtherFileMeant = reason !== 'cycle' && reason !== 'unreadable';
        return {
          range,
          message: messageOf(path, reason),
          fixes: (current, files) => [
            ...(isOtherFileMeant ? otherFiles(path, range.part, files) : []).flatMap(({ file, isPreferred }) =>
              fixInPart(current, range.part, renameUse(range, file), { title: changeTitle(path, file), isPreferred }),
            ),
            ...fixInPart(current, range.part, removeUse(range), { title: removeFromTitle('uses', path) }),
          ],
        };
      });
  },
} satisfies ProblemDefinition;

/** `path` as written in the file. */
function messageOf(path: string, reason: UnresolvedUse['reason']): string {
  switch (reason) {
    case 'not-found':
      return l10n.t('There is no file {path}, seen from this file. Correct the path, or create the file.', { path });
    case 'outside':
      return l10n.t('{path} lies outside this folder, and a product stays within it. Move the file here.', { path });
    case 'not-kano':
      return l10n.t('{path} is not a *.kano.yaml or *.kano.yml file named by a relative path. Name such a file.', { path });
    case 'cycle':
      return l10n.t('{path} leads back to this file, so the files use each other in a cycle. Remove one of the uses.', { path });
    case 'unreadable':
      return l10n.t('{path} cannot be read, so what it defines is missing here. Look at the problems of that file.', { path });
  }
}

/** Unused files that may be meant: those with the same name elsewhere, else those with the name most like it. */
function otherFiles(path: string, { root }: Part, files: readonly string[]): readonly { file: string; isPreferred: boolean }[] {
  const used = stringsAt(root, ['uses']).map(({ value }) => value);
  const offered = files.filter((file) => !used.includes(file));
  const name = nearest(nameOf(path), offered.map(nameOf));
  const found = offered.filter((file) => nameOf(file) === name).slice(0, filesOffered);
  return found.map((file) => ({ file, isPreferred: found.length === 1 }));
}

/** Without its folder and what all names end with. */
function nameOf(path: string): string {
  return path.replace(/^.*[\\/]|(?:\.kano)?(?:\.ya?ml)?$/g, '');
}

function renameUse({ part, start }: LocalRange, file: string): readonly PartEdit[] {
  const use = stringsAt(part.root, ['uses']).find((each) => each.start === start);
  if (!use || isAlias(part.text, use)) return [];
  return [{ start, end: use.end, newText: scalarText(file, { flow: true, quote: quoteOf(part.text.slice(start)) }) }];
}

/** A list with no other entry is removed with it. */
function removeUse({ part: { root, text }, start }: LocalRange): readonly PartEdit[] | undefined {
  const entry = entryOf(root, 'uses');
  if (root?.kind !== 'map' || entry?.value.kind !== 'list') return undefined;
  const item = entry.value.items.find((each) => each.start === start);
  return item && (entry.value.items.length === 1 ? removeEntry(text, root, entry) : removeItem(text, entry.value, item));
}
