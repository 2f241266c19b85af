import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { panelHtml } from '../../page/panelHtml.ts';
import { readPageMessage } from '../../survey/importView/importMessages.ts';
import { locale } from '../../terms/language.ts';
import { attempt } from '../output/failures.ts';
import { pageNonce } from '../panel/pageNonce.ts';
import { language } from './pageLanguage.ts';

/** Gives a panel the page of an import, which then says that it is ready. */
export function showImportPage(panel: vscode.WebviewPanel, extensionUri: vscode.Uri, title: string): void {
  const [dist, media] = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder)) as [vscode.Uri, vscode.Uri];
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
  panel.iconPath = vscode.Uri.joinPath(media, 'icon.png');
  panel.title = title;
  webview.html = panelHtml({
    nonce: pageNonce(),
    scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(dist, 'importPage.js')).toString(),
    styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, 'import.css')).toString(),
    cspSource: webview.cspSource,
    language: locale(),
    title,
  });
}

/** A page that is about nothing: what it was about is not known any more. It says so, and begins anew. */
export function showNoImport(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  panel.webview.onDidReceiveMessage((posted: unknown) => {
    const message = readPageMessage(posted);
    if (message?.type === 'ready') {
      const text = l10n.t('What this page was about is not there any more. Nothing was written.');
      void panel.webview.postMessage({ type: 'empty', ...language(), text });
    } else if (message?.type === 'again')
      void attempt('import page: again', async () => {
        if (await vscode.commands.executeCommand('kano.importAnswers')) panel.dispose();
      });
  });
  showImportPage(panel, extensionUri, l10n.t('Import Survey Answers'));
}
