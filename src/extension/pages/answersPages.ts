import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isKanoPath } from '../../document/product.ts';
import { readMemory } from '../../survey/importView/importMemory.ts';
import { readChoices } from '../../survey/importView/readChoices.ts';
import { isTableName, tableEndings } from '../../survey/tables/tableEndings.ts';
import { documentFor, productFor } from '../documents/chooseFile.ts';
import { exists } from '../documents/kanoFiles.ts';
import type { Services } from '../documents/services.ts';
import { guarded, Refusal, registerCommand } from '../output/failures.ts';
import { showNoImport } from './importPageHtml.ts';
import { ImportPanel, type ImportRequest, importPanelType } from './importPanel.ts';

/** Registers "Kano: Import Survey Answers…", whose page shows what an import would do, and the command that applies it. */
export function registerAnswersImport(extensionUri: vscode.Uri, services: Services): vscode.Disposable {
  // The one that was used last is at the end.
  const panels = new Set<ImportPanel>();
  const open = (request: ImportRequest, restored?: vscode.WebviewPanel) => {
    const panel = new ImportPanel(extensionUri, services, request, restored);
    panels.add(panel);
    panel.on({
      use: () => {
        panels.delete(panel);
        panels.add(panel);
      },
      close: () => {
        panels.delete(panel);
        panel.dispose();
      },
    });
  };
  return vscode.Disposable.from(
    registerCommand('kano.importAnswers', async (uri, others) => {
      const request = await requestOf(uri, others, services);
      if (request) open({ ...request, choices: readChoices(request.choices) });
      return request !== undefined;
    }),
    vscode.window.registerWebviewPanelSerializer(
      importPanelType,
      guarded('restored imports', {
        async deserializeWebviewPanel(panel, state) {
          const kept = readMemory(state);
          const into = kept && vscode.Uri.parse(kept.into);
          if (!kept || !into || !(await exists(into))) return showNoImport(panel, extensionUri);
          open({ files: kept.files.map((file) => vscode.Uri.parse(file)), into, choices: kept.choices }, panel);
        },
      }),
    ),
    registerCommand('kano.applyAnswers', async () => {
      const panel = [...panels].at(-1);
      if (!panel) throw new Refusal(l10n.t('There is no import to apply. “Kano: Import Survey Answers…” begins one.'));
      await panel.apply();
    }),
    new vscode.Disposable(() => {
      for (const panel of [...panels]) panel.dispose();
    }),
  );
}

/**
 * What the command is about. The Explorer passes the file that was clicked and all that are selected, a caller the product and what it knows
 * already; the palette passes nothing.
 */
async function requestOf(uri: unknown, others: unknown, services: Services) {
  if (uri instanceof vscode.Uri && !isKanoPath(uri.path)) {
    const selected = Array.isArray(others)
      ? others.filter((each): each is vscode.Uri => each instanceof vscode.Uri && isTableName(each.path))
      : [];
    const document = await productFor(services);
    return document && { files: selected.length > 0 ? selected : [uri], into: document.uri, choices: undefined };
  }
  const document = await documentFor(uri, services);
  if (!document) return undefined;
  const { files, choices } = (others ?? {}) as { readonly files?: readonly vscode.Uri[]; readonly choices?: unknown };
  const chosen = Array.isArray(files) ? files : await askForFiles();
  return chosen && { files: chosen, into: document.uri, choices };
}

function askForFiles(): Thenable<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    canSelectMany: true,
    title: l10n.t('Import Survey Answers: exports of survey tools'),
    filters: { [l10n.t('Tables')]: [...tableEndings], [l10n.t('All files')]: ['*'] },
  });
}
