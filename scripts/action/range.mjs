/**
 * Prints what the action compares, as `kano diff` takes it. Part of action.yml, which gives it KANO_DIFF_BASE (an input) and, of the event, KANO_BASE_SHA,
 * KANO_BASE_REF and KANO_HEAD_SHA; in the folder that is checked out.
 */
import { execFileSync } from 'node:child_process';

const { KANO_DIFF_BASE: named, KANO_BASE_SHA: base, KANO_BASE_REF: branch, KANO_HEAD_SHA: head } = process.env;

console.log(named ? `${named}...HEAD` : ofPullRequest());

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
    return execFileSync('git', parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // Why Git refuses, kano says when it compares.
    return '';
  }
}
