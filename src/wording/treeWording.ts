import * as l10n from '@vscode/l10n';

/** The choices of what features are listed under. */
export function groupingLabels() {
  return { category: l10n.t('Category'), touchpoint: l10n.t('Touchpoint'), stage: l10n.t('Stage') };
}

/** The question over those choices. */
export function groupingQuestion(): string {
  return l10n.t('List features by');
}

/** What stands over the list where not every file of the workspace is in it. */
export function incompleteTree(): string {
  return l10n.t('The workspace has more files than are listed here.');
}

/** What stands over the list where files cannot be read. */
export function unreadableTree(files: string): string {
  return l10n.t('Not readable: {files}', { files });
}
