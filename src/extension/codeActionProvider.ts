import * as vscode from 'vscode';
import { configurationFileName } from '../document/configuration.ts';
import { type Product, singleFileProduct } from '../document/product.ts';
import { readConfiguration } from '../document/readConfiguration.ts';
import type { TextEdit } from '../document/writing/textEdit.ts';
import { fixAll, quickFixes } from '../language/quickFixes.ts';
import { silencingFixes, turnOffEdits } from '../language/quickFixesSilence.ts';
import { checkConfiguration } from '../rules/checkConfiguration.ts';
import type { Fix } from '../rules/fix.ts';
import type { Problem, ProblemCode } from '../rules/problem.ts';
import * as wording from '../wording/problems/fixes.ts';
import { foldersUpwards } from './configurationFiles.ts';
import { configurationFile, isConfiguration } from './configurationProblems.ts';
import { filesBeside } from './filesBeside.ts';
import { isKanoDocument, kanoSelector } from './kanoFiles.ts';
import type { ShownProblems } from './problems.ts';
import { toRange } from './ranges.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('kano');

/** Quick fixes for the problems that are shown, and `source.fixAll.kano` for those that can be mended without asking. */
export function provideCodeActions(shown: ShownProblems): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (text, _range, { diagnostics, only }) => actionsFor(shown, text, diagnostics, only),
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(kanoSelector, provider, metadata),
    vscode.languages.registerCodeActionsProvider({ pattern: `**/${configurationFileName}` }, provider, metadata),
  );
}

async function actionsFor(
  shown: ShownProblems,
  text: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  only: vscode.CodeActionKind | undefined,
): Promise<vscode.CodeAction[]> {
  const found = isConfiguration(text) ? checkedConfiguration(text) : isKanoDocument(text) ? await currentProblems(shown, text) : undefined;
  if (!found) return [];
  const { product, problems } = found;
  if (only?.contains(fixAllKind)) return fixAllAction(text, product, problems);
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const asked = diagnostics.flatMap((diagnostic) => {
    const problem = diagnostic.source === 'kano' ? problems.find((each) => isOf(diagnostic, each)) : undefined;
    return problem ? [{ diagnostic, problem }] : [];
  });
  const files = asked.some(({ problem }) => problem.code === 'kano/unresolved-use') ? await filesBeside(text.uri) : [];
  const actions = asked.flatMap(({ diagnostic, problem }) => {
    // What silences a mistake in the settings would have to stand in the settings.
    const silencing = isConfiguration(text) ? [] : silencingFixes(product.opened, problem);
    return [...quickFixes(product, problem, files), ...silencing].map((fix) => actionOf(text, diagnostic, fix));
  });
  const codes = isConfiguration(text) ? [] : [...new Set(asked.map(({ problem }) => problem.code))];
  const turnedOff = await Promise.all(codes.map((code) => turnOff(text.uri, code)));
  return [...actions, ...turnedOff.flatMap((action) => action ?? [])];
}

/** What another change overtook while it was read is asked for once more. */
async function currentProblems(shown: ShownProblems, text: vscode.TextDocument): ReturnType<ShownProblems['of']> {
  return (await shown.of(text)) ?? shown.of(text);
}

function checkedConfiguration(text: vscode.TextDocument): { readonly product: Product; readonly problems: readonly Problem[] } {
  const file = configurationFile(text);
  return { product: singleFileProduct(file.document), problems: checkConfiguration(file) };
}

/** Never by the message: that is for people, and in their language. */
function isOf({ code, range }: vscode.Diagnostic, problem: Problem): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return value === problem.code && range.isEqual(toRange(problem.range));
}

function actionOf(text: vscode.TextDocument, diagnostic: vscode.Diagnostic, { title, edits, isPreferred }: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = workspaceEdit(text.uri, edits);
  if (isPreferred) action.isPreferred = true;
  return action;
}

function fixAllAction(text: vscode.TextDocument, product: Product, problems: readonly Problem[]): vscode.CodeAction[] {
  const edits = fixAll(product, problems);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(wording.fixAll(), fixAllKind);
  action.edit = workspaceEdit(text.uri, edits);
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
  const open = vscode.workspace.textDocuments.find((text) => text.uri.toString() === uri.toString());
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
