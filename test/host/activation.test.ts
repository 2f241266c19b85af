import { expect } from 'chai';
import * as vscode from 'vscode';

describe('activation', () => {
  it(`runs in the ${EXPECTED_HOST} extension host`, () => {
    expect(typeof process).to.equal(EXPECTED_HOST === 'node' ? 'object' : 'undefined');
  });

  it('loads the extension with the kind of entry point that this host takes', () => {
    const manifest = theExtension().packageJSON;
    expect(manifest.browser).to.be.a('string');
    expect(manifest.main === undefined).to.equal(EXPECTED_HOST === 'web-worker');
  });

  it('activates when a *.kano.yaml file is open', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'activation.kano.yaml');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('kano: 1\n'));
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    expect(document.languageId).to.equal('yaml');
    await until(() => theExtension().isActive);
  });
});

function theExtension(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('kano.vscode-kano');
  if (!extension) throw new Error('The extension kano.vscode-kano is not loaded.');
  return extension;
}

function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No workspace folder is open.');
  return folder.uri;
}

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('Waited a minute in vain.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
