import * as vscode from 'vscode';
import { configurationFileName, isConfigurationPath } from '../../document/configuration.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { singleFileProduct } from '../../document/product.ts';
import { readModel } from '../../document/readModel.ts';
import { type Completion, completion, settingsCompletion } from '../../languageFeatures/completion/completion.ts';
import type { TextCompletionItem } from '../../languageFeatures/completion/suggestion.ts';
import { starterFile } from '../../report/starterFile.ts';
import { toKind, toRange } from '../documents/conversions.ts';
import { filesBeside, isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { ProductStore } from '../documents/productStore.ts';
import { guarded } from '../output/failures.ts';

/** Registers suggestions of keys, values, ids and templates. */
export function registerCompletion(models: ModelStore, products: ProductStore): vscode.Disposable {
  const provider = guarded<vscode.CompletionItemProvider>('suggestions', {
    provideCompletionItems: async (document, position, token, context) => {
      if (!isWelcome(document, position, context)) return undefined;
      const found = await completionIn(document, position, models, products);
      return found && !token.isCancellationRequested ? new vscode.CompletionList(found.items.map(itemOf), found.isIncomplete) : undefined;
    },
  });
  const selector = [...kanoSelector, { pattern: `**/${configurationFileName}` }];
  return vscode.languages.registerCompletionItemProvider(selector, provider, ' ', '[', '{', '-', '/');
}

async function completionIn(
  document: vscode.TextDocument,
  position: vscode.Position,
  models: ModelStore,
  products: ProductStore,
): Promise<Completion | undefined> {
  if (isConfigurationPath(document.uri.path)) return settingsCompletion(document.getText(), position);
  if (!isKanoDocument(document)) return mayBecomeOurs(document) ? firstCompletion(document, position) : undefined;
  const product = await products.current(document);
  if (!product) return undefined;
  const files = namesFiles(product.opened, position) ? await filesBeside(document.uri) : [];
  if (!models.isCurrent(document, product.opened)) return undefined;
  return completion(product, position, { files, starter: starterFile() });
}

/**
 * Whether suggestions may open by themselves: not while somebody indents a line, where Enter would accept one; not for a dash that begins an
 * item; in comments only for what silences problems.
 */
function isWelcome(
  document: vscode.TextDocument,
  position: vscode.Position,
  { triggerKind, triggerCharacter }: vscode.CompletionContext,
): boolean {
  if (triggerKind !== vscode.CompletionTriggerKind.TriggerCharacter) return true;
  const before = document.lineAt(position).text.slice(0, position.character);
  if (/(?:^|\s)#/.test(before)) return /#\s*kano-/.test(before);
  return triggerCharacter === '-' ? /\w-$/.test(before) : before.trim() !== '';
}

/** Whether a document is YAML and nearly empty. */
function mayBecomeOurs(document: vscode.TextDocument): boolean {
  return document.languageId === 'yaml' && document.lineCount < 20;
}

/** A whole first file for an empty document; nothing for a document with content. */
function firstCompletion(document: vscode.TextDocument, position: vscode.Position): Completion {
  const product = singleFileProduct(readModel(document.uri.toString(), document.getText()));
  const { items } = completion(product, position, { starter: starterFile() });
  return { isIncomplete: false, items: items.filter(({ filterText }) => filterText === 'kano') };
}

/** Whether the cursor may be under `uses`: only then other files are searched for. */
function namesFiles(model: KanoModel, { line }: vscode.Position): boolean {
  return model.segments[model.segmentAt(line)]?.segment.kind === 'frame' && model.frame.text.includes('uses');
}

function itemOf({ label, textEdit, ...item }: TextCompletionItem): vscode.CompletionItem {
  const { detail, documentation, filterText, sortText, command, insertTextFormat } = item;
  const result = new vscode.CompletionItem(label, toKind(item.kind ?? 1));
  result.range = toRange(textEdit.range);
  result.insertText = insertTextFormat === 2 ? new vscode.SnippetString(textEdit.newText) : textEdit.newText;
  result.keepWhitespace = true;
  if (detail !== undefined) result.detail = detail;
  if (typeof documentation === 'object') result.documentation = new vscode.MarkdownString(documentation.value);
  if (filterText !== undefined) result.filterText = filterText;
  if (sortText !== undefined) result.sortText = sortText;
  if (command) result.command = command;
  return result;
}
