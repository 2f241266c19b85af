import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isWithin } from '../files/shownPath.ts';
import { gitFolders, realOf, refuseStreams } from './gitFolders.ts';
import { findGitRoot } from './gitRoot.ts';

/** What says which repository is meant, and where its parts are. Git sets some of them for its hooks. */
const repositoryVariables = [
  ...['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_IMPLICIT_WORK_TREE', 'GIT_PREFIX', 'GIT_NAMESPACE'],
  ...['GIT_SHALLOW_FILE', 'GIT_GRAFT_FILE', 'GIT_REPLACE_REF_BASE'],
];
/** Parts that a hook may have elsewhere: the index of `git commit --all`, the objects that a push brings. */
const partVariables = ['GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_QUARANTINE_PATH'];
/** These change what the patterns of a call mean. */
const patternVariables = ['GIT_LITERAL_PATHSPECS', 'GIT_GLOB_PATHSPECS', 'GIT_NOGLOB_PATHSPECS', 'GIT_ICASE_PATHSPECS'];

/**
 * The environment for Git in a folder. In a work tree the folder says which repository is meant, in a hook of another one too; a hook of this one keeps its
 * own index and its own objects. Elsewhere, as in a bare repository, the variables of the caller count.
 */
export async function gitEnvironment(folder: string): Promise<NodeJS.ProcessEnv> {
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat' },
    // What is missing in a partial clone stays missing; older Git does not know the first, and no protocol is called "none".
    ...{ GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' },
  };
  for (const name of patternVariables) delete environment[name];
  const named = environment.GIT_DIR && (await realOf(environment.GIT_DIR));
  // Git runs in another folder than this process may.
  if (named) environment.GIT_DIR = named;
  const root = await findGitRoot(folder);
  if (root === undefined || (named && isWithin(named, await realOf(folder)))) return environment;
  const own = await gitFolders(root);
  await refuseStreams(own);
  for (const name of repositoryVariables) delete environment[name];
  for (const name of partVariables) {
    const part = environment[name];
    if (part !== undefined && !(named && own.includes(named)) && !(await isPartOf(own, resolve(root, part)))) delete environment[name];
  }
  return environment;
}

/** An index that lies in no repository at all was named by somebody. */
async function isPartOf(own: readonly string[], part: string): Promise<boolean> {
  const folder = await realOf(dirname(part));
  if (own.some((each) => isWithin(each, folder))) return true;
  return !(await findRepositoryAbove(folder));
}

async function findRepositoryAbove(folder: string): Promise<boolean> {
  for (let current = folder; ; current = dirname(current)) {
    if (await stat(join(current, 'objects')).catch(() => undefined)) return true;
    if (dirname(current) === current) return false;
  }
}
