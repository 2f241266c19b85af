import * as vscode from 'vscode';
import { configurationFileName } from '../../document/format/configuration.ts';
import { readConfiguration } from '../../document/format/readConfiguration.ts';
import { type Product, singleFileProduct } from '../../document/product.ts';
import type { TextEdit } from '../../document/writing/textEdit.ts';
import { fixAll, quickFixes } from '../../languageFeatures/quickFixes.ts';
import { silencingFixes, turnOffEdits } from '../../languageFeatures/quickFixesSilence.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { Fix } from '../../problems/fix.ts';
import type { Problem, ProblemCode } from '../../problems/problem.ts';
import * as wording from '../../wording/problems/fixes.ts';
import { foldersUpwards } from '../documents/configurationFiles.ts';
import { configurationFile, isConfiguration } from '../documents/configurationProblems.ts';
import { filesBeside } from '../documents/filesBeside.ts';
import { isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import type { ShownProblems } from '../documents/problems.ts';
import { toRange } from '../documents/ranges.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('kano');

/** Quick fixes for the problems that are shown, and `source.fixAll.kano` for those that can be mended without asking. */
export function provideCodeActions(shown: ShownProblems): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, _range, { diagnostics, only }) => actionsFor(shown, document, diagnostics, only),
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(kanoSelector, provider, metadata),
    vscode.languages.registerCodeActionsProvider({ pattern: `**/${configurationFileName}` }, provider, metadata),
  );
}

async function actionsFor(
  shown: ShownProblems,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  only: vscode.CodeActionKind | undefined,
): Promise<vscode.CodeAction[]> {
  const found = isConfiguration(document)
    ? checkedConfiguration(document)
    : isKanoDocument(document)
      ? await currentProblems(shown, document)
      : undefined;
  if (!found) return [];
  const { product, problems } = found;
  if (only?.contains(fixAllKind)) return fixAllAction(document, product, problems);
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const asked = diagnostics.flatMap((diagnostic) => {
    const problem = diagnostic.source === 'kano' ? problems.find((each) => isOf(diagnostic, each)) : undefined;
    return problem ? [{ diagnostic, problem }] : [];
  });
  const files = asked.some(({ problem }) => problem.code === 'kano/unresolved-use') ? await filesBeside(document.uri) : [];
  const actions = asked.flatMap(({ diagnostic, problem }) => {
    // What silences a mistake in the settings would have to stand in the settings.
    const silencing = isConfiguration(document) ? [] : silencingFixes(product.opened, problem);
    return [...quickFixes(product, problem, files), ...silencing].map((fix) => actionOf(document, diagnostic, fix));
  });
  const codes = isConfiguration(document) ? [] : [...new Set(asked.map(({ problem }) => problem.code))];
  const turnedOff = await Promise.all(codes.map((code) => turnOff(document.uri, code)));
  return [...actions, ...turnedOff.flatMap((action) => action ?? [])];
}

/** What another change overtook while it was read is asked for once more. */
async function currentProblems(shown: ShownProblems, document: vscode.TextDocument): ReturnType<ShownProblems['of']> {
  return (await shown.of(document)) ?? shown.of(document);
}

function checkedConfiguration(document: vscode.TextDocument): { readonly product: Product; readonly problems: readonly Problem[] } {
  const file = configurationFile(document);
  return { product: singleFileProduct(file.model), problems: checkConfiguration(file) };
}

/** Never by the message: that is for people, and in their language. */
function isOf({ code, range }: vscode.Diagnostic, problem: Problem): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return value === problem.code && range.isEqual(toRange(problem.range));
}

function actionOf(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, { title, edits, isPreferred }: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = workspaceEdit(document.uri, edits);
  if (isPreferred) action.isPreferred = true;
  return action;
}

function fixAllAction(document: vscode.TextDocument, product: Product, problems: readonly Problem[]): vscode.CodeAction[] {
  const edits = fixAll(product, problems);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(wording.fixAll(), fixAllKind);
  action.edit = workspaceEdit(document.uri, edits);
  return [action];
}

/** In the nearest `.kanorc.yaml`, or in a new one in the workspace folder. */
async function turnOff(uri: vscode.Uri, code: ProblemCode): Promise<vscode.CodeAction | undefined> {
  const folders = foldersUpwards(uri);
  const [last] = folders.slice(-1);
  if (!last) return undefined;
  const places = folders.map((folder) => vscode.Uri.joinPath(folder, configurationFileName));
  const texts = await Promise.all(places.map(currentText));
  const nearest = texts.findIndex((each) => each !== undefined);
  const target = places[nearest] ?? vscode.Uri.joinPath(last, configurationFileName);
  const edits = turnOffEdits(readConfiguration(target.toString(), texts[nearest] ?? ''), code);
  if (!edits) return undefined;
  const path = vscode.workspace.asRelativePath(target);
  const action = new vscode.CodeAction(wording.turnOff(code, path, nearest === -1), vscode.CodeActionKind.QuickFix);
  const edit = new vscode.WorkspaceEdit();
  if (nearest === -1) edit.createFile(target, { ignoreIfExists: true });
  edit.set(target, edits.map(toEdit));
  action.edit = edit;
  return action;
}

async function currentText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function workspaceEdit(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits.map(toEdit));
  return edit;
}

function toEdit({ range, newText }: TextEdit): vscode.TextEdit {
  return new vscode.TextEdit(toRange(range), newText);
}
