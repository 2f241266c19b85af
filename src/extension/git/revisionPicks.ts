import * as vscode from 'vscode';
import type { GitRepository } from './gitApi.ts';
import type { GitRevision } from './gitRevision.ts';

/** How many branches and tags, and how many commits, are offered: in a longer list, typing is quicker than reading. */
const refsLimit = 200;
const commitsLimit = 50;

export interface RevisionPick extends vscode.QuickPickItem {
  /** Absent for separators. */
  readonly revision?: GitRevision;
}

/** The branches, tags and newest commits of a repository, to pick one. */
export async function revisionsOf(repository: GitRepository): Promise<readonly RevisionPick[]> {
  const [refs, commits] = await Promise.all([
    repository.getRefs({ sort: 'committerdate', count: refsLimit }).catch(() => []),
    repository.log({ maxEntries: commitsLimit }).catch(() => []),
  ]);
  const named = (types: readonly number[], icon: string) =>
    refs.flatMap(({ type, name, commit }): RevisionPick[] =>
      types.includes(type) && name !== undefined && commit !== undefined
        ? [{ label: `$(${icon}) ${name}`, description: commit.slice(0, 8), revision: { name, commit } }]
        : [],
    );
  return [
    ...group(vscode.l10n.t('Branches'), [...named([0], 'git-branch'), ...named([1], 'cloud')]),
    ...group(vscode.l10n.t('Tags'), named([2], 'tag')),
    ...group(
      vscode.l10n.t('Commits'),
      commits.map(({ hash, message }) => {
        const name = hash.slice(0, 8);
        return { label: `$(git-commit) ${name}`, description: message.split('\n')[0] ?? '', revision: { name, commit: hash } };
      }),
    ),
  ];
}

function group(label: string, picks: readonly RevisionPick[]): readonly RevisionPick[] {
  return picks.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...picks];
}
