import * as l10n from '@vscode/l10n';
import type { KanoModel } from '../../document/kanoModel.ts';

/** A doubt where a source is new, and differs from one in the file only in case or spaces: everything would count twice. */
export function sourceDoubts(model: KanoModel, source: string): readonly string[] {
  const known = new Set(model.list('features').flatMap(({ value: { evidence = [] } }) => evidence.flatMap((entry) => entry?.source ?? [])));
  if (known.has(source)) return [];
  const similar = [...known].find((each) => keyOf(each) === keyOf(source));
  return similar === undefined
    ? []
    : [l10n.t('No evidence has the source “{source}”. Did you mean “{nearest}”?', { source, nearest: similar })];
}

function keyOf(source: string): string {
  return source.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
