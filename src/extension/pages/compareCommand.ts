import * as vscode from 'vscode';
import { askForKanoFile, documentFor } from '../documents/activeDocument.ts';
import { findGit, type GitRepository } from '../git/gitApi.ts';
import { comparisonPage } from './comparisonPages.ts';

/** How many branches and tags, and how many commits, are offered: a longer list is quicker typed than read. */
const refsLimit = 200;
const commitsLimit = 50;

/** "Kano: Compare With…": asks for a branch, tag or commit and shows what changed in a product since. */
export async function compareWith(uri: unknown): Promise<void> {
  const document = (await documentFor(uri instanceof vscode.Uri ? uri : undefined)) ?? (await askForKanoFile());
  if (!document) return;
  const git = await findGit();
  const repository = git?.getRepository(document.uri);
  if (!repository) {
    const reason = git
      ? vscode.l10n.t('This file is in no Git repository that VS Code has open, so there is nothing to compare it with.')
      : vscode.l10n.t('There is no Git here, so there is nothing to compare with.');
    void vscode.window.showInformationMessage(reason);
    return;
  }
  const picked = await vscode.window.showQuickPick(revisionsOf(repository), {
    placeHolder: vscode.l10n.t('Compare with which branch, tag or commit?'),
    matchOnDescription: true,
  });
  if (picked?.commit === undefined) return;
  const page = comparisonPage(document.uri, { name: picked.name ?? picked.label, commit: picked.commit });
  await vscode.commands.executeCommand('vscode.open', page);
}

interface RevisionPick extends vscode.QuickPickItem {
  readonly name?: string;
  readonly commit?: string;
}

async function revisionsOf(repository: GitRepository): Promise<readonly RevisionPick[]> {
  const [refs, commits] = await Promise.all([
    repository.getRefs({ sort: 'committerdate', count: refsLimit }).catch(() => []),
    repository.log({ maxEntries: commitsLimit }).catch(() => []),
  ]);
  const named = (types: readonly number[], icon: string) =>
    refs.flatMap(({ type, name, commit }): RevisionPick[] =>
      types.includes(type) && name !== undefined && commit !== undefined
        ? [{ label: `$(${icon}) ${name}`, name, description: commit.slice(0, 8), commit }]
        : [],
    );
  return [
    ...group(vscode.l10n.t('Branches'), [...named([0], 'git-branch'), ...named([1], 'cloud')]),
    ...group(vscode.l10n.t('Tags'), named([2], 'tag')),
    ...group(
      vscode.l10n.t('Commits'),
      commits.map(({ hash, message }) => {
        const name = hash.slice(0, 8);
        return { label: `$(git-commit) ${name}`, name, description: message.split('\n')[0] ?? '', commit: hash };
      }),
    ),
  ];
}

function group(label: string, picks: readonly RevisionPick[]): readonly RevisionPick[] {
  return picks.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...picks];
}
