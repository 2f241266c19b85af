import * as vscode from 'vscode';
import { setProperty } from '../document/writing/setProperty.ts';
import type { FeatureEdit } from '../webview/protocol.ts';
import { editSentences } from '../wording/panelWording.ts';
import type { DocumentStore } from './documentStore.ts';
import { documentOf } from './panelPlaces.ts';
import type { PanelContent } from './panelState.ts';
import { toRange } from './ranges.ts';

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
  documents: DocumentStore,
): Promise<string | null> {
  const sentences = editSentences();
  const item = content?.items.get(key);
  const known = content && item && documentOf(content, item);
  if (!known || (item.entry.value.id ?? '') !== id) return sentences.gone;
  if (item.entry.value[property] === (value ?? undefined)) return null;
  const text = await vscode.workspace.openTextDocument(vscode.Uri.parse(item.uri));
  const document = await documents.read(text);
  // A file that no editor showed is read anew when it is opened, so the entry is another object at the same place.
  const entry = document.list('features')[known.list('features').indexOf(item.entry)];
  if (!entry || (entry.value.id ?? '') !== id) return sentences.gone;
  const edits = setProperty(document, entry, property, value ?? undefined);
  if (!edits) return sentences.unreadable;
  const change = new vscode.WorkspaceEdit();
  change.set(
    text.uri,
    edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText)),
  );
  return (await vscode.workspace.applyEdit(change)) ? null : sentences.failed;
}
