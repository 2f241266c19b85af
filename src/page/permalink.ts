import { addToLink, type LinkedFeature } from './linkedFeature.ts';
import { initialPageState, type PageState, readPageState } from './state/pageState.ts';

/**
 * What the reader chose as the fragment of an address, so that a link leads to the same feature, tab and filters: `tab=backlog&filters.stage=buy`. Only
 * what differs from the page as it opens; the file that was opened is left out, because a report has its files in it.
 *
 * @param selected the selected feature, where its key alone does not lead to it
 */
export function permalinkOf(state: PageState, selected: LinkedFeature | null = null): string {
  const parameters = new URLSearchParams();
  const { uri: _, ...chosen } = state;
  const add = (path: string, value: unknown, usual: unknown) => {
    if (isRecord(value))
      for (const [key, part] of Object.entries(value)) add(path ? `${path}.${key}` : key, part, isRecord(usual) ? usual[key] : undefined);
    else if (JSON.stringify(value) !== JSON.stringify(usual))
      parameters.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  };
  add('', chosen, initialPageState);
  if (selected) addToLink(parameters, selected);
  return parameters.toString();
}

/** The state that a fragment leads to. What it does not say, or what no state can be, is as the page opens. */
export function readPermalink(fragment: string): PageState {
  const state: Record<string, unknown> = structuredClone({ ...initialPageState });
  for (const [path, text] of new URLSearchParams(fragment.replace(/^#/, ''))) set(state, path.split('.'), text);
  return readPageState(state);
}

function set(state: Record<string, unknown>, [key = '', ...rest]: readonly string[], text: string): void {
  if (!Object.hasOwn(state, key)) return;
  const usual = state[key];
  if (rest.length > 0) {
    if (isRecord(usual)) set(usual, rest, text);
  } else state[key] = typeof usual === 'string' || (usual === null && key !== 'columns') ? text : readValue(text);
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
