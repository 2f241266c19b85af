import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { questionnaireMarkdown } from '../../survey/questionnaire/questionnaireMarkdown.ts';
import { documentFor } from '../documents/chooseFile.ts';
import type { Services } from '../documents/services.ts';
import { registerCommand } from '../output/failures.ts';
import { columnFor } from '../panel/panelItems.ts';

/** Registers what leads from a product without answers to its answers. */
export function registerSurveyHelp(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('kano.createQuestionnaire', (uri: unknown) => createQuestionnaire(services, uri)),
    registerCommand('kano.importAnswers', (uri: unknown) => explainImport(services, uri)),
  );
}

/** "Kano: Create Questionnaire": the questions of a product as an unsaved Markdown file. */
async function createQuestionnaire(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const product = await services.products.get(document);
  const asked = questionnaireOf(product, fileName(document.uri));
  if (asked.features.length === 0) {
    const path = vscode.workspace.asRelativePath(document.uri);
    const none = l10n.t('{path} has no open feature to ask about: it has none, or all are shipped or rejected.', { path });
    void vscode.window.showInformationMessage(none);
    return;
  }
  const content = questionnaireMarkdown(asked);
  const questions = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(questions, { viewColumn: columnFor(questions.uri) });
}

/** Says how answers get into a file, with the command to run. */
async function explainImport(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri, services);
  if (!document) return;
  const path = document.isUntitled ? 'product.kano.yaml' : vscode.workspace.asRelativePath(document.uri, false);
  const command = `kano import answers.csv --into ${/^[\w./-]+$/.test(path) ? path : JSON.stringify(path)} --dry-run`;
  const [copy, show] = [l10n.t('Copy the Command'), l10n.t('Go to the File')];
  const chosen = await vscode.window.showInformationMessage(
    l10n.t('Answers come in with the kano command'),
    {
      modal: true,
      detail: `${command}\n\n${l10n.t('It reads the exports of survey tools. Counts that you have already go under “tally” of a feature.')}`,
    },
    copy,
    show,
  );
  if (chosen === copy) await vscode.env.clipboard.writeText(command);
  else if (chosen === show) await vscode.window.showTextDocument(document, { viewColumn: columnFor(document.uri) });
}

function fileName({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}
