import type { Feature } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { LocalRange } from '../../document/yaml/localRange.ts';
import type { Range } from '../../document/yaml/position.ts';
import type { Look, PageMessage } from '../../page/protocol.ts';
import type { PanelContent } from './panelEdited.ts';
import type { PanelItem } from './panelItems.ts';

/** A place in one of the files behind the panel. */
export interface SourcePlace {
  readonly uri: string;
  readonly range: Range;
}

type Revealed<Type> = Omit<Extract<PageMessage, { readonly type: Type }>, 'type'>;

/** Where a feature stands, or the tally that is asked for in it; `null` when it is gone. */
export function featureRange(content: PanelContent, { key, tally }: Pick<Revealed<'reveal'>, 'key' | 'tally'>): SourcePlace | null {
  const panelItem = content.items.get(key);
  const path = panelItem && tally && tallyPath(panelItem.item.value, tally);
  return panelItem ? placeIn(content, panelItem, path ? startingAt(panelItem.item.rangeOf(path)) : panelItem.item.rangeOfId) : null;
}

/** Where a touchpoint, stage, persona, survey or metric is defined; `null` when it is gone. */
export function definitionRange(content: PanelContent, { list, key }: Revealed<'revealDefinition'>): SourcePlace | null {
  const found = content.definitions[list].get(key);
  return found ? placeIn(content, found, (found.item as Item).rangeOfId) : null;
}

/** The key of the feature that a line of a document belongs to; `null` for a line of anything else. */
export function featureAt(items: ReadonlyMap<string, PanelItem>, model: KanoModel, line: number): string | null {
  const item = model.segments[model.segmentAt(line)]?.item;
  if (item?.list !== 'features') return null;
  const { id = '' } = (item as Item<'features'>).value;
  for (const panelItem of items.values()) if (panelItem.item === item) return panelItem.key;
  // The panel may not know the latest version of the file yet.
  return items.get(id)?.uri === model.uri ? id : null;
}

/** The version of a file that an item or a definition stands in. */
export function documentOf(
  { question }: PanelContent,
  { uri, item }: { readonly uri: string; readonly item: Item },
): KanoModel | undefined {
  const models = question.products.flatMap((product) => product.models).filter((model) => model.uri === uri);
  return models.find((model) => model.list(item.list).includes(item));
}

function placeIn(content: PanelContent, of: { readonly uri: string; readonly item: Item }, range: LocalRange): SourcePlace | null {
  const model = documentOf(content, of);
  return model ? { uri: of.uri, range: model.locate(range) } : null;
}

/** Only its beginning: who comes to read a tally does not want it selected. */
function startingAt<Place extends { readonly start: number; readonly end: number }>(place: Place): Place {
  return { ...place, end: place.start };
}

function tallyPath({ tally, tallies = [] }: Feature, { survey, persona }: Partial<Look>): readonly (string | number)[] | null {
  const index = tallies.findIndex(
    (written) =>
      (survey === undefined || (written.survey ?? null) === survey) && (persona === undefined || (written.persona ?? null) === persona),
  );
  if (index !== -1) return ['tallies', index];
  return tally === undefined ? null : ['tally'];
}
