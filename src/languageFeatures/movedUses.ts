import type { KanoModel } from '../document/kanoModel.ts';
import { relativePath } from '../document/product.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import type { TextEdit } from '../document/writing/textEdit.ts';
import { nodeAt, stringsAt } from '../document/yaml/node.ts';
import { rangeOfOffsets, writtenOffsets } from './atPosition.ts';

/** A file or a folder that moves or gets another name: absolute paths, with forward slashes. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits that keep the `uses` of a file leading to the same files when some files move, the file itself among them or not. What leads to no
 * file that is known stays as it is.
 *
 * @param path where the file is before the move
 * @param known the paths of all files before the move
 */
export function movedUses(model: KanoModel, path: string, moves: readonly Move[], known: ReadonlySet<string>): readonly TextEdit[] {
  const { text, root } = model.frame;
  const list = nodeAt(root, ['uses']);
  const isFlow = list !== undefined && text[list.start] === '[';
  const newPath = pathAfter(path, moves);
  return stringsAt(root, ['uses']).flatMap((node) => {
    const target = joined(path, node.value);
    const newTarget = pathAfter(target, moves);
    if (!known.has(target) || joined(newPath, node.value) === newTarget) return [];
    const offsets = writtenOffsets(model.frame, node);
    const relative = relativePath(newPath, newTarget);
    const written = node.value.startsWith('./') && !relative.startsWith('../') ? `./${relative}` : relative;
    const newText = scalarText(written, { flow: isFlow, quote: quoteOf(text.slice(offsets.start, offsets.end)) });
    return [{ range: rangeOfOffsets(model, model.frame, offsets), newText }];
  });
}

/** Where a file is after the moves. A moved folder takes along all that is in it. */
function pathAfter(path: string, moves: readonly Move[]): string {
  const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
  return move ? move.to + path.slice(move.from.length) : path;
}

/** The path that a file names, which is relative to its folder. */
function joined(file: string, relative: string): string {
  const steps = file.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
