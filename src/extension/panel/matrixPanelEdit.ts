import * as vscode from 'vscode';
import { setProperty } from '../../document/writing/setProperty.ts';
import type { FeatureEdit } from '../../page/protocol.ts';
import { editSentences } from '../../wording/panelWording.ts';
import { toRange } from '../documents/conversions.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { PanelContent } from './panelEdited.ts';
import { documentOf } from './panelPlaces.ts';

/**
 * Writes one property of a feature into its file, as an edit that undoes like typing. Gives a sentence where that is not possible.
 *
 * @param id what the reader saw at the key
 */
export async function editFeature(
  content: PanelContent | undefined,
  key: string,
  id: string,
  { property, value }: FeatureEdit,
  models: ModelStore,
): Promise<string | null> {
  const sentences = editSentences();
  const panelItem = content?.items.get(key);
  const known = content && panelItem && documentOf(content, panelItem);
  if (!known || (panelItem.item.value.id ?? '') !== id) return sentences.gone;
  if (panelItem.item.value[property] === (value ?? undefined)) return null;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(panelItem.uri));
  const model = await models.read(document);
  // A file that no editor showed is read anew when it is opened, so the entry is another object at the same place.
  const item = model.list('features')[known.list('features').indexOf(panelItem.item)];
  if (!item || (item.value.id ?? '') !== id) return sentences.gone;
  const edits = setProperty(model, item, property, value ?? undefined);
  if (!edits) return sentences.unreadable;
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText)),
  );
  return (await vscode.workspace.applyEdit(change)) ? null : sentences.failed;
}
