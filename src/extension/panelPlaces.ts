import type { Entry } from '../document/entry.ts';
import type { KanoDocument } from '../document/kanoDocument.ts';
import type { Feature } from '../document/model.ts';
import type { Place } from '../document/place.ts';
import type { Range } from '../document/position.ts';
import type { Look, PageMessage } from '../webview/protocol.ts';
import type { PanelItem } from './panelItems.ts';
import type { PanelContent } from './panelState.ts';

/** A place in one of the files behind the panel. */
export interface SourcePlace {
  readonly uri: string;
  readonly range: Range;
}

type Revealed<Type> = Omit<Extract<PageMessage, { readonly type: Type }>, 'type'>;

/** Where a feature stands, or the tally that is asked for in it; `null` when it is gone. */
export function featureRange(content: PanelContent, { key, tally }: Pick<Revealed<'reveal'>, 'key' | 'tally'>): SourcePlace | null {
  const item = content.items.get(key);
  const path = item && tally && tallyPath(item.entry.value, tally);
  return item ? placeIn(content, item, path ? startingAt(item.entry.placeOf(path)) : item.entry.placeOfId) : null;
}

/** Where a touchpoint, stage, persona, survey or metric is defined; `null` when it is gone. */
export function definitionRange(content: PanelContent, { list, key }: Revealed<'revealDefinition'>): SourcePlace | null {
  const found = content.definitions[list].get(key);
  return found ? placeIn(content, found, (found.entry as Entry).placeOfId) : null;
}

/** The key of the feature that a line of a document belongs to; `null` for a line of anything else. */
export function featureAt(items: ReadonlyMap<string, PanelItem>, document: KanoDocument, line: number): string | null {
  const entry = document.segments[document.segmentAt(line)]?.entry;
  if (entry?.list !== 'features') return null;
  const { id = '' } = (entry as Entry<'features'>).value;
  for (const item of items.values()) if (item.entry === entry) return item.key;
  // The panel may not know the latest version of the file yet.
  return items.get(id)?.uri === document.uri ? id : null;
}

/** The version of a file that an item or a definition stands in. */
export function documentOf(
  { question }: PanelContent,
  { uri, entry }: { readonly uri: string; readonly entry: Entry },
): KanoDocument | undefined {
  const documents = question.products.flatMap((product) => product.documents).filter((document) => document.uri === uri);
  return documents.find((document) => document.list(entry.list).includes(entry));
}

function placeIn(content: PanelContent, of: { readonly uri: string; readonly entry: Entry }, place: Place): SourcePlace | null {
  const document = documentOf(content, of);
  return document ? { uri: of.uri, range: document.rangeOf(place) } : null;
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
