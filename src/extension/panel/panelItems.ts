import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Feature } from '../../document/format/model.ts';
import type { Item } from '../../document/item.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { setProperty } from '../../document/writing/setProperty.ts';
import type { FeatureEdit, ItemAddress, PageMessage, TallyChoice } from '../../page/protocol.ts';
import { toRange } from '../documents/conversions.ts';
import { documentOfFile } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import { isReadOnly } from '../documents/readOnly.ts';
import { panelType } from './matrixCommand.ts';

/** The item at an address in the newest version of its file; `undefined` when it is gone. */
function itemAt(model: KanoModel, { list, id, occurrence }: ItemAddress): Item | undefined {
  const items: readonly Item[] = model.list(list);
  return items.filter(({ value }) => (value.id ?? '') === id)[occurrence];
}

/** The address of the feature on a line of a file; `undefined` for a line of anything else. */
export function featureAt(model: KanoModel, line: number): ItemAddress | undefined {
  const item = model.segments[model.segmentAt(line)]?.item;
  if (item?.list !== 'features') return undefined;
  const { id = '' } = item.value;
  const alike = model.list('features').filter(({ value }) => (value.id ?? '') === id);
  return { uri: model.uri, list: 'features', id, occurrence: (alike as readonly Item[]).indexOf(item) };
}

/**
 * Shows an item, or a tally of it, in the editor group that has the file already; else in the first that shows no panel, or beside the panel.
 * `gone` where the file is no longer there.
 *
 * @param focus whether the editor takes the keyboard
 */
export async function revealItem(
  { item: address, tally, focus }: Extract<PageMessage, { readonly type: 'reveal' }>,
  models: ModelStore,
): Promise<'gone' | undefined> {
  const document = await documentOfFile(vscode.Uri.parse(address.uri));
  if (!document) return 'gone';
  const model = await models.read(document);
  const item = itemAt(model, address);
  if (!item) return undefined;
  const path = tally && tallyPath(item.value as Feature, tally);
  const place = path ? item.rangeOf(path) : item.rangeOfId;
  // Of a tally only its beginning: a reader who comes to read it does not want it selected.
  const selection = toRange(model.locate(path ? { ...place, end: place.start } : place));
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnFor(document.uri), preserveFocus: !focus, selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return undefined;
}

/** The editor group to show a file in: the one that has it, else the first whose front is no panel, so that panels stay in sight. */
export function columnFor(uri: vscode.Uri): vscode.ViewColumn {
  const isOfFile = (other: vscode.Uri) => other.toString() === uri.toString();
  const visible = vscode.window.visibleTextEditors.find((editor) => isOfFile(editor.document.uri));
  // Not by the column of the panel, which VS Code does not correct when a group before it is closed.
  const groups = vscode.window.tabGroups.all.filter(({ activeTab }) => !isPanel(activeTab?.input));
  const withFile = groups.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && isOfFile(input.uri)));
  return visible?.viewColumn ?? (withFile ?? groups[0])?.viewColumn ?? vscode.ViewColumn.Beside;
}

function isPanel(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith(panelType);
}

/** The first tally that is chosen. */
function tallyPath({ tally, tallies = [] }: Feature, { survey, persona }: TallyChoice): readonly (string | number)[] | undefined {
  const index = tallies.findIndex(
    (written) =>
      (survey === undefined || (written.survey ?? null) === survey) && (persona === undefined || (written.persona ?? null) === persona),
  );
  if (index !== -1) return ['tallies', index];
  return tally === undefined ? undefined : ['tally'];
}

/** Writes one property of a feature into its file, as an edit that undoes like typing. Gives a sentence where that is not possible. */
export async function editItem(address: ItemAddress, { property, value }: FeatureEdit, models: ModelStore): Promise<string | null> {
  const failed = l10n.t('The file could not be changed. Perhaps it is read-only, or it changed at the same moment.');
  try {
    const document = await documentOfFile(vscode.Uri.parse(address.uri));
    if (!document) return l10n.t('The file is no longer there: this is the last picture of it.');
    if (await isReadOnly(document)) return l10n.t('The file is read-only in this window: nothing was changed.');
    const model = await models.read(document);
    const item = itemAt(model, address) as Item<'features'> | undefined;
    if (item?.list !== 'features') return l10n.t('The feature is no longer where it was: nothing was changed.');
    if (item.value[property] === (value ?? undefined)) return null;
    const edits = setProperty(model, item, property, value ?? undefined);
    if (!edits) return l10n.t('The feature is written in a way that cannot be changed safely from here. Change it in the file.');
    const change = new vscode.WorkspaceEdit();
    const textEdits = edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText));
    change.set(document.uri, textEdits);
    return (await vscode.workspace.applyEdit(change)) ? null : failed;
  } catch {
    return failed;
  }
}
