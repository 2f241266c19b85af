import * as l10n from '@vscode/l10n';
import { Failure } from '../terminal/failure.ts';
import { runGit } from './runGit.ts';

/** The repository knows a file, and lacks its content. */
export class MissingContent extends Failure {}

/**
 * Reads objects of a repository, all with one call of Git. What a partial clone or a damaged repository lacks matters only where somebody asks for it; older
 * Git ends at the first such object, and the others are then read one by one.
 * @returns gives the content of one of the objects. Fails where the repository lacks it: content that cannot be read is not a file that was removed.
 */
export async function readObjects(root: string, objects: readonly string[]): Promise<(object: string, path: string) => Promise<Buffer>> {
  const names = [...new Set(objects)];
  const { code, output } = names.length === 0 ? noObjects : await runGit(root, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  const found = readBatch(output);
  return async (object, path) => {
    const known = found.get(object);
    if (known) return known;
    const single = code === 0 ? undefined : await runGit(root, ['cat-file', 'blob', object]);
    if (single?.code === 0) return single.output;
    throw new MissingContent(
      l10n.t(
        'The repository lacks the content of {path}: it is a partial clone, or damaged. “git fetch --refetch” gets it, “git fsck” says what is missing.',
        { path },
      ),
    );
  };
}

const noObjects = { code: 0, output: Buffer.alloc(0) };

/** One after the other: a line of name, type and size, the content, a line break. */
function readBatch(answer: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let start = 0; start < answer.length; ) {
    const lineEnd = answer.indexOf(10, start);
    if (lineEnd < 0) break;
    const [name, , size] = answer.toString('utf8', start, lineEnd).split(' ');
    const end = lineEnd + 1 + Number(size);
    if (name === undefined || !Number.isSafeInteger(end)) {
      start = lineEnd + 1;
      continue;
    }
    if (end <= answer.length) found.set(name, answer.subarray(lineEnd + 1, end));
    start = end + 1;
  }
  return found;
}
