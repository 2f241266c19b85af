/**
 * Prints what the action compares, as `kano diff` takes it. Part of action.yml, which gives it KANO_DIFF_BASE (an input) and, of the event, KANO_BASE_SHA,
 * KANO_BASE_REF and KANO_HEAD_SHA of a pull request, or KANO_GROUP_BASE_SHA of a merge group; in the folder that is checked out.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

const { KANO_DIFF_BASE: named, KANO_BASE_SHA: base, KANO_BASE_REF: branch, KANO_HEAD_SHA: head, KANO_GROUP_BASE_SHA: group } = process.env;

// The base of a merge group is the commit that it is put onto: pull requests before it in the queue are not part of it.
console.log(named ? `${named}...HEAD` : group ? `${group}..HEAD` : ofPullRequest());

/**
 * For a pull request, actions/checkout fetches the commit in which GitHub merged it. Its first parent is the base of this very merge; the base that the event
 * names may be older, and what others did since then would be blamed on the pull request. Where another commit is checked out, such as the head of the
 * pull request, the base branch says where both parted, if it was fetched.
 */
function ofPullRequest() {
  // The commit itself tells its parents, in a shallow clone too.
  const parents = git('cat-file', 'commit', 'HEAD')
    .split('\n\n', 1)
    .flatMap((header) => header.match(/^parent [0-9a-f]+$/gm) ?? [])
    .map((line) => line.slice('parent '.length));
  if (parents.length === 2 && parents[1] === head) return `${parents[0]}..HEAD`;
  const remote = `refs/remotes/origin/${branch}`;
  return branch && git('rev-parse', '--verify', '--quiet', `${remote}^{commit}`) !== '' ? `origin/${branch}...HEAD` : `${base}...HEAD`;
}

/** @param {string[]} parameters */
function git(...parameters) {
  try {
    return execFileSync(gitProgram(), parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // Why Git refuses, kano says when it compares.
    return '';
  }
}

/** By its full path: Windows would look into the folder that is checked out first. */
function gitProgram() {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  const found = folders.map((folder) => join(folder, name)).find(existsSync);
  if (found === undefined) throw new Error('There is no Git on the PATH.');
  return found;
}
