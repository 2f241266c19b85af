import * as l10n from '@vscode/l10n';
import { Failure } from '../terminal/failure.ts';
import { gitFailed, runGit } from './runGit.ts';

/** What `BASE`, `BASE..HEAD` or `BASE...HEAD` asks to compare, by the names the user gave; `head: null` is the working tree. */
export interface RevisionRange {
  readonly base: string;
  readonly head: string | null;
  /** Whether not `base` itself is meant but where the two parted. */
  readonly fromMergeBase: boolean;
}

/** Reads a range as Git does: a side that is left out is `HEAD`. */
export function parseRange(text: string): RevisionRange {
  const [, base, dots, head] = /^(.*?)(\.{2,3})(.*)$/s.exec(text) ?? [];
  if (dots === undefined) return { base: text, head: null, fromMergeBase: false };
  return { base: base || 'HEAD', head: head || 'HEAD', fromMergeBase: dots === '...' };
}

/** The repository that a folder belongs to. */
export interface Repository {
  /** The root of the work tree, absolute, links resolved; the folder itself where there is none. */
  readonly root: string;
  /** Whether there is a work tree: not in a bare repository, nor within `.git`. */
  readonly hasWorkTree: boolean;
}

/** A folder is in no repository. */
export class NoRepository extends Failure {}

/** Fails where a folder belongs to no repository, or Git refuses. */
export async function findRepository(folder: string): Promise<Repository> {
  const { code, output, errors } = await runGit(folder, ['rev-parse', '--is-bare-repository', '--is-inside-git-dir', '--show-toplevel']);
  const [isBare, isInside, root] = output.toString().split(/\r?\n/);
  if (isBare === 'true' || isInside === 'true') return { root: folder, hasWorkTree: false };
  if (code === 0 && root) return { root, hasWorkTree: true };
  const advice = l10n.t('This is a bare repository. Git is let into one only where GIT_DIR names it: GIT_DIR=. kano diff BASE..HEAD');
  if (/cannot use bare repository/.test(errors)) throw new Failure(advice);
  const noRepository = l10n.t('This folder is not in a Git repository. Name two files to compare, or change to a repository.');
  throw /not a git repository/.test(errors) ? new NoRepository(noRepository) : new Failure(gitFailed(errors));
}

/** Whether Git knows a commit by this name. */
export async function isRevision(root: string, name: string): Promise<boolean> {
  return (await findCommit(root, name)) !== undefined;
}

/** The commits that a range compares. Fails with what to do where one of them is not known here. */
export async function resolveRange(root: string, range: RevisionRange): Promise<{ readonly base: string; readonly head: string | null }> {
  const base = await resolveRevision(root, range.base);
  const head = range.head === null ? null : await resolveRevision(root, range.head);
  if (head === null || !range.fromMergeBase) return { base, head };
  const { code, output } = await runGit(root, ['merge-base', base, head]);
  if (code === 0) return { base: output.toString().trim(), head };
  const names = { base: range.base, head: range.head ?? 'HEAD' };
  throw new Failure(
    (await isShallow(root))
      ? l10n.t('{base} and {head} diverged before the history that this clone has. {advice}', { ...names, advice: deepen() })
      : l10n.t('{base} and {head} have no common history, so they diverged nowhere. Compare {base}..{head} instead.', names),
  );
}

async function resolveRevision(root: string, revision: string): Promise<string> {
  const commit = await findCommit(root, revision);
  if (commit !== undefined) return commit;
  if (isOption(revision)) throw new Failure(l10n.t('{revision} is not the name of a revision.', { revision }));
  throw new Failure(
    (await isShallow(root))
      ? l10n.t('Git does not know the revision {revision}, and this clone has only part of the history. {advice}', {
          revision,
          advice: deepen(),
        })
      : l10n.t('Git does not know the revision {revision}. Give the name of a branch, a tag or a commit.', { revision }),
  );
}

async function findCommit(root: string, revision: string): Promise<string | undefined> {
  if (isOption(revision)) return undefined;
  // First by itself: what is added to “:/words” would be one of the words.
  const object = await nameOf(root, revision);
  return object && nameOf(root, `${object}^{commit}`);
}

async function nameOf(root: string, revision: string): Promise<string | undefined> {
  const { code, output } = await runGit(root, ['rev-parse', '--verify', '--quiet', revision]);
  const object = output.toString().trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(object) ? object : undefined;
}

/** Git would take it for an option. */
function isOption(revision: string): boolean {
  return revision.startsWith('-') || /[\0\n]/.test(revision);
}

/** Whether the clone holds only the newest part of the history, as in CI by default. */
async function isShallow(root: string): Promise<boolean> {
  return (await runGit(root, ['rev-parse', '--is-shallow-repository'])).output.toString().trim() === 'true';
}

/** What fetches the rest of the history. */
function deepen(): string {
  return l10n.t('Fetch the rest: “git fetch --unshallow”, or “fetch-depth: 0” with actions/checkout.');
}
