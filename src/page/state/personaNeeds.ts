import * as l10n from '@vscode/l10n';
import { joinedWants, type Want } from '../../analysis/wants.ts';
import { phraseOf } from '../../document/format/phrases.ts';
import { productList } from '../../document/product.ts';
import { wantStateLabel } from '../../terms/journeyLabels.ts';
import type { ShownProduct } from './shownFeatures.ts';

/** What a persona needs, and what became of it. */
export interface PersonaNeeds {
  /** The id of the persona. */
  readonly key: string;
  readonly name: string;
  readonly needs: readonly NeedRow[];
}

export interface NeedRow {
  readonly phrase: string;
  readonly isServed: boolean;
  /** `open`, `under way`, `served since 2026-06-01`; empty for a note, which nothing can serve. */
  readonly state: string;
}

/** The needs of the personas of all products, in the order of the files; personas without needs are left out. */
export function personaNeeds(products: readonly Pick<ShownProduct, 'product' | 'analysis'>[]): readonly PersonaNeeds[] {
  const wants = joinedWants(
    [],
    products.flatMap(({ analysis }) => analysis.wants.filter(({ kind }) => kind === 'need')),
  );
  const byId = new Map(wants.map((want) => [want.id, want]));
  const found = new Map<string, { name: string; needs: Map<string, NeedRow> }>();
  for (const { item } of products.flatMap(({ product }) => productList(product, 'personas'))) {
    const { id, name = id, needs = [] } = item.value;
    if (id === undefined || needs.length === 0) continue;
    const persona = found.get(id) ?? { name: name ?? id, needs: new Map() };
    found.set(id, persona);
    for (const need of needs) {
      const want = typeof need === 'string' || need.id === undefined ? undefined : byId.get(need.id);
      const phrase = phraseOf(need) || (want?.id ?? '');
      persona.needs.set(want?.id ?? phrase, { phrase, isServed: want?.state === 'met', state: want ? needState(want) : '' });
    }
  }
  return [...found].map(([key, { name, needs }]) => ({ key, name, needs: [...needs.values()] }));
}

function needState({ state, metSince }: Want): string {
  if (state !== 'met') return wantStateLabel(state);
  return metSince === null ? l10n.t('served') : l10n.t('served since {date}', { date: metSince });
}
