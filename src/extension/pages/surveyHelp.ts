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
  return registerCommand('kano.createQuestionnaire', (uri: unknown) => createQuestionnaire(services, uri));
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

function fileName({ path }: vscode.Uri): string {
  return path.split('/').at(-1) ?? '';
}
