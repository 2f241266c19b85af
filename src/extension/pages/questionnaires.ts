import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { analysisOfProduct } from '../../analysis/productAnalysis.ts';
import type { Product } from '../../document/product.ts';
import { xlsForm } from '../../survey/questionnaire/forms/xlsForm.ts';
import { lengthAdvice, type Questionnaire, questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { questionnaireText } from '../../survey/questionnaire/questionnaireText.ts';
import { undecided } from '../../survey/questionnaire/undecided.ts';
import { documentFor } from '../documents/chooseFile.ts';
import { freeFile } from '../documents/freeFile.ts';
import type { Services } from '../documents/services.ts';
import { Refusal, registerCommand } from '../output/failures.ts';
import { columnFor } from '../panel/panelItems.ts';
import { askForChoices, givenChoices, type QuestionnaireChoices } from './questionnaireChoices.ts';
import { formOf } from './questionnaireForms.ts';
import { QuestionnairePreview } from './questionnairePreview.ts';
import { saveAs } from './saveAs.ts';

/** Registers "Kano: Create Questionnaire…" and the command that saves the page in front. */
export function registerQuestionnaires(extensionUri: vscode.Uri, services: Services): vscode.Disposable {
  const previews = new Set<QuestionnairePreview>();
  return vscode.Disposable.from(
    registerCommand('kano.createQuestionnaire', async (uri, given) => {
      const document = await documentFor(uri, services);
      const asked = document && (await choose(document, services, given));
      if (!asked) return;
      if (asked.choices.format !== 'html') return openOrSave(asked);
      const preview = new QuestionnairePreview(extensionUri, {
        ...{ name: nameOf(asked), folder: folderOf(document.uri) },
        read: async () => textOf({ ...asked, questionnaire: asking(await services.products.get(document), document, asked.choices) }),
        html: textOf(asked),
        onChange: (listener) =>
          services.products.onDidChange((changed) => changed.uri.toString() === document.uri.toString() && listener()),
      });
      previews.add(preview);
      preview.onClose(() => previews.delete(preview));
      advise(asked.questionnaire);
    }),
    registerCommand('kano.saveQuestionnaire', async () => {
      const preview = [...previews].find(({ isActive }) => isActive) ?? [...previews].at(-1);
      if (!preview) throw new Refusal(l10n.t('There is no questionnaire to save. “Kano: Create Questionnaire…” makes one.'));
      await preview.save();
    }),
    new vscode.Disposable(() => {
      for (const preview of [...previews]) preview.dispose();
    }),
  );
}

interface Asked {
  readonly document: vscode.TextDocument;
  readonly choices: QuestionnaireChoices;
  readonly questionnaire: Questionnaire;
}

/** What is asked, as the caller or the reader chose; `undefined` where there is nothing to ask about, or the reader turns back. */
async function choose(document: vscode.TextDocument, services: Services, given: unknown): Promise<Asked | undefined> {
  const product = await services.products.get(document);
  const of = (ask: QuestionnaireChoices['ask']) => asking(product, document, { ask, importance: false }).features.length;
  const all = of('all');
  if (all === 0) {
    const path = vscode.workspace.asRelativePath(document.uri);
    const none = l10n.t('{path} has no open feature to ask about: it has none, or all are shipped or rejected.', { path });
    void vscode.window.showInformationMessage(none);
    return undefined;
  }
  const choices = givenChoices(given) ?? (await askForChoices({ all, undecided: of('undecided') }));
  return choices && { document, choices, questionnaire: asking(product, document, choices) };
}

function asking(product: Product, { uri }: vscode.TextDocument, { importance, ask }: Omit<QuestionnaireChoices, 'format'>): Questionnaire {
  return questionnaireOf(product, uri.path.split('/').at(-1) ?? '', {
    importance,
    ...(ask === 'undecided' && { choose: (open) => undecided(open, analysisOfProduct(product)) }),
  });
}

/** What is read and pasted opens as an unsaved document, what other tools take in is saved as a file. */
async function openOrSave(asked: Asked): Promise<void> {
  const { questionnaire, choices, document } = asked;
  const { format } = choices;
  if (format === 'markdown' || format === 'google-script') {
    const language = format === 'markdown' ? 'markdown' : 'javascript';
    const opened = await openUnsaved({ ...asked, language });
    await vscode.window.showTextDocument(opened, { viewColumn: columnFor(opened.uri) });
  } else {
    const bytes = format === 'xlsform' ? await xlsForm(questionnaire) : new TextEncoder().encode(textOf(asked));
    const saved = await saveAs({ folder: folderOf(document.uri), name: `${nameOf(asked)}${formOf(format).ending}`, bytes });
    if (saved && format !== 'xlsform') await vscode.window.showTextDocument(saved, { preview: false });
  }
  advise(questionnaire);
}

async function openUnsaved({ language, ...asked }: Asked & { readonly language: string }): Promise<vscode.TextDocument> {
  const content = textOf(asked);
  const folder = folderOf(asked.document.uri);
  if (!folder) return vscode.workspace.openTextDocument({ language, content });
  const uri = await freeFile(folder, nameOf(asked), formOf(asked.choices.format).ending);
  const opened = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return vscode.languages.setTextDocumentLanguage(opened, language);
}

function textOf({ questionnaire, choices: { format, to } }: Pick<Asked, 'questionnaire' | 'choices'>): string {
  return format === 'xlsform' ? '' : questionnaireText(questionnaire, format, to === undefined ? {} : { to });
}

/** `shop-questionnaire` of `shop.kano.yaml` */
function nameOf({ document: { uri } }: Asked): string {
  const product = (uri.path.split('/').at(-1) ?? '').replace(/\.kano\.ya?ml$/i, '');
  return product === '' ? 'questionnaire' : `${product}-questionnaire`;
}

/** Where files of a document belong; `undefined` where nothing is on disk. */
function folderOf(uri: vscode.Uri): vscode.Uri | undefined {
  return uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
}

function advise(questionnaire: Questionnaire): void {
  const advice = lengthAdvice(questionnaire);
  if (advice !== undefined) void vscode.window.showInformationMessage(advice);
}
