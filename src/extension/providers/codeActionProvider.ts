import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { configurationFileName, readConfiguration } from '../../document/configuration.ts';
import { singleFileProduct } from '../../document/product.ts';
import { fixAll, quickFixes, silencingFixes, turnOffEdits } from '../../languageFeatures/quickFixes.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { Fix } from '../../problems/fix.ts';
import type { ProblemCode } from '../../problems/index.ts';
import type { Problem } from '../../problems/problem.ts';
import { currentText, foldersUpwards } from '../documents/configurationFiles.ts';
import { toRange, toTextEdits } from '../documents/conversions.ts';
import { filesBeside, isKanoDocument, kanoSelector } from '../documents/kanoFiles.ts';
import { type CheckedDocument, configurationFile, isConfiguration, type ShownProblems } from '../documents/problems.ts';
import { attemptNow, guarded } from '../output/failures.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('kano');

/** Registers quick fixes for the problems that are shown, and `source.fixAll.kano` for those that can be fixed without asking. */
export function registerCodeActions(shown: ShownProblems): vscode.Disposable {
  const provider = guarded<vscode.CodeActionProvider>('quick fixes', {
    provideCodeActions: (document, _range, { diagnostics, only }) => actionsFor(shown, document, diagnostics, only),
  });
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
  const checked = await checkedDocument(shown, document);
  if (!checked) return [];
  const { product, problems } = checked;
  if (only?.contains(fixAllKind)) return fixAllAction(document, checked);
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
  const asked = diagnostics.flatMap((diagnostic) => {
    const problem = diagnostic.source === 'kano' ? problems.find((each) => isOf(diagnostic, each)) : undefined;
    return problem ? [{ diagnostic, problem }] : [];
  });
  const files = asked.some(({ problem }) => problem.code === 'kano/unresolved-use') ? await filesBeside(document.uri) : [];
  const actions = asked.flatMap(({ diagnostic, problem }) => {
    // A mistake in the settings cannot be silenced by a setting.
    const silencing = isConfiguration(document) ? [] : silencingFixes(product.opened, problem);
    const fixes = attemptNow(`fixes of ${problem.code}`, () => quickFixes(product, problem, files)) ?? [];
    return [...fixes, ...silencing].map((fix) => actionOf(document, diagnostic, fix));
  });
  const codes = isConfiguration(document) ? [] : [...new Set(asked.map(({ problem }) => problem.code))];
  const turnedOff = await Promise.all(codes.map((code) => turnOff(document.uri, code)));
  return [...actions, ...turnedOff.flatMap((action) => action ?? [])];
}

async function checkedDocument(shown: ShownProblems, document: vscode.TextDocument): Promise<CheckedDocument | undefined> {
  if (isConfiguration(document)) {
    const file = configurationFile(document);
    return { product: singleFileProduct(file.model), problems: checkConfiguration(file) };
  }
  // Where an edit came in between, asking once more is enough.
  return isKanoDocument(document) ? ((await shown.of(document)) ?? shown.of(document)) : undefined;
}

/** Not by the message, which is translated. */
function isOf({ code, range }: vscode.Diagnostic, problem: Problem): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return value === problem.code && range.isEqual(toRange(problem.range));
}

function actionOf(document: vscode.TextDocument, diagnostic: vscode.Diagnostic, { title, edits, isPreferred }: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toTextEdits(edits));
  if (isPreferred) action.isPreferred = true;
  return action;
}

function fixAllAction(document: vscode.TextDocument, { product, problems }: CheckedDocument): vscode.CodeAction[] {
  const edits = fixAll(product, problems);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(l10n.t('Fix all Kano problems where that cannot do harm'), fixAllKind);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(document.uri, toTextEdits(edits));
  return [action];
}

/** Turns a code off in the nearest `.kanorc.yaml`, or in a new one in the workspace folder. */
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
  const title =
    nearest === -1
      ? l10n.t('Create {path} and turn {code} off in it', { code, path })
      : l10n.t('Turn {code} off in {path}', { code, path });
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  if (nearest === -1) action.edit.createFile(target, { ignoreIfExists: true });
  action.edit.set(target, toTextEdits(edits));
  return action;
}
