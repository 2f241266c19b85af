import * as l10n from '@vscode/l10n';
import type { ListKey } from '../document/format/model.ts';
import { definitionNoun } from './definitionLabels.ts';

// Names in outlines and searches of what has no name of its own yet.

export function unnamedProduct(): string {
  return l10n.t('(product without a name)');
}

export function unnamedItem(list: ListKey): string {
  return l10n.t('({noun} without a name)', { noun: definitionNoun(list) });
}
