import { expect } from 'chai';
import * as vscode from 'vscode';
import { eventually, openFile, writeFile } from './workspaceFiles.ts';

const head = 'kano: 1\nproduct: Shop\n';
const journey = `${head}touchpoints:\n  - id: till # where people pay\n    name: Till\n`;
const shop = `${head}uses: [journey.kano.yaml]\nfeatures:\n  - id: receipt\n    title: Receipt\n    touchpoints: [till, "till"]\n    tally: { M: 40 }\n`;
const service = `${head}uses: [shop.kano.yaml]\nmetrics:\n  - { id: queue, name: Queue, better: lower, touchpoint: till }\n`;

/** Writes the three files into a folder and gives their URIs. */
async function threeFiles(folder: string): Promise<{ journey: vscode.Uri; shop: vscode.Uri; service: vscode.Uri }> {
  return {
    journey: await writeFile(`${folder}/journey.kano.yaml`, journey),
    shop: await writeFile(`${folder}/shop.kano.yaml`, shop),
    service: await writeFile(`${folder}/service.kano.yaml`, service),
  };
}

describe('ids', () => {
  it('lead to their definition in a used file', async () => {
    const uris = await threeFiles('definition');
    const document = await vscode.workspace.openTextDocument(uris.shop);
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(6, 20),
    );
    expect(link?.targetUri.toString()).to.equal(uris.journey.toString());
    expect(link?.targetSelectionRange).to.deep.equal(new vscode.Range(3, 8, 3, 12));
    expect(link?.targetRange).to.deep.equal(new vscode.Range(3, 2, 4, 14));
  });

  it('are found from their definition in files that nobody has opened', async () => {
    const uris = await threeFiles('references');
    const document = await vscode.workspace.openTextDocument(uris.journey);
    const found = await eventually(
      () => vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, new vscode.Position(3, 9)),
      (locations) => locations.length === 4,
    );
    expect(
      found.map(({ uri, range }) => `${uri.path.split('/').at(-1)} ${range.start.line}:${range.start.character}`).sort(),
    ).to.deep.equal(['journey.kano.yaml 3:8', 'service.kano.yaml 4:57', 'shop.kano.yaml 6:18', 'shop.kano.yaml 6:24']);
  });

  it('are marked wherever they stand', async () => {
    const { document } = await openFile(
      'highlights.kano.yaml',
      shop.replace('uses: [journey.kano.yaml]\n', 'touchpoints: [{ id: till, name: Till }]\n'),
    );
    const marks = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(6, 20),
    );
    expect(marks.map(({ range, kind }) => [range.start.line, range.start.character, kind]).sort()).to.deep.equal([
      [2, 20, vscode.DocumentHighlightKind.Write],
      [6, 18, vscode.DocumentHighlightKind.Read],
      [6, 24, vscode.DocumentHighlightKind.Read],
    ]);
  });
});

describe('a rename', () => {
  const rename = (uri: vscode.Uri, line: number, character: number, newName: string) =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      new vscode.Position(line, character),
      newName,
    );

  it('changes three files, the open one with what is not saved yet, and only the ids', async () => {
    const uris = await threeFiles('rename');
    const editor = await vscode.window.showTextDocument(uris.shop);
    await editor.edit((edit) => edit.insert(new vscode.Position(8, 0), '  - { id: bag, title: Bag, touchpoints: [till] }\n'));
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
      'vscode.prepareRename',
      uris.shop,
      new vscode.Position(6, 26),
    );
    expect(prepared.placeholder).to.equal('till');
    expect(editor.document.getText(prepared.range)).to.equal('till');
    const edit = await eventually(
      () => rename(uris.shop, 6, 26, '2026'),
      ({ size }) => size === 3,
    );
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    const bag = '  - { id: bag, title: Bag, touchpoints: ["2026"] }\n';
    const expected = [
      journey.replace('id: till', 'id: "2026"'),
      `${shop.replace('[till, "till"]', '["2026", "2026"]')}${bag}`,
      service.replace('touchpoint: till', 'touchpoint: "2026"'),
    ];
    const renamed = await Promise.all([uris.journey, uris.shop, uris.service].map((uri) => vscode.workspace.openTextDocument(uri)));
    expect(renamed.map((document) => document.getText()).join('---\n')).to.equal(expected.join('---\n'));
    for (const document of renamed) await document.save();
  });

  it('says why it cannot be', async () => {
    const { document } = await openFile('renameRefused.kano.yaml', `${head}features:\n  - { id: a, title: A }\n  - { id: b, title: B }\n`);
    expect(await messageOf(rename(document.uri, 3, 10, 'b'))).to.match(
      /The feature “b” is already defined in renameRefused\.kano\.yaml, line 5\./,
    );
    expect(await messageOf(rename(document.uri, 3, 10, 'B c'))).to.contain('“B c” cannot be an id');
    expect(await messageOf(rename(document.uri, 3, 20, 'c'))).to.contain('There is no id here.');
    expect(document.isDirty).to.equal(false);
  });

  it('changes the right lines of a file that nobody has opened and that has carriage returns alone', async () => {
    const till = await writeFile('loneReturn/till.kano.yaml', `${head}touchpoints: [{ id: pay, name: Pay }]\n`);
    const user = await writeFile(
      'loneReturn/user.kano.yaml',
      `${head}uses: [till.kano.yaml]\n# an old comment\r# another one\nfeatures:\n  - { id: a, title: A, touchpoints: [pay] }\n`,
    );
    await vscode.workspace.openTextDocument(till);
    const edit = await eventually(
      () => rename(till, 2, 21, 'checkout'),
      ({ size }) => size === 2,
    );
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    const changed = await vscode.workspace.openTextDocument(user);
    expect(changed.getText()).to.contain('  - { id: a, title: A, touchpoints: [checkout] }\n');
    expect(changed.getText()).to.contain('# an old comment\n# another one\n');
    for (const uri of [till, user]) await (await vscode.workspace.openTextDocument(uri)).save();
  });

  it('is refused where a file that has to change too is locked by a setting', async () => {
    const uris = await threeFiles('locked');
    await vscode.workspace.openTextDocument(uris.shop);
    const configuration = vscode.workspace.getConfiguration('files');
    await configuration.update('readonlyInclude', { 'locked/journey.kano.yaml': true }, vscode.ConfigurationTarget.Workspace);
    const refused = () => messageOf(rename(uris.shop, 6, 20, 'counter'));
    await eventually(refused, (message) => message.includes('locked/journey.kano.yaml is read-only in this window'));
    await configuration.update('readonlyExclude', { '**/journey.kano.yaml': true }, vscode.ConfigurationTarget.Workspace);
    await eventually(refused, (message) => message === 'It did not fail.');
    for (const setting of ['readonlyInclude', 'readonlyExclude'])
      await configuration.update(setting, undefined, vscode.ConfigurationTarget.Workspace);
  });

  it('is not for past versions, which keep their outline and their hovers', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('readonly', { provideTextDocumentContent: () => shop });
    const { uri } = await vscode.workspace.openTextDocument(vscode.Uri.parse('readonly:/past/shop.kano.yaml'));
    expect(await messageOf(rename(uri, 4, 9, 'c'))).to.contain('This version of the file cannot be edited.');
    expect(await outlineOf(uri)).to.deep.equal(['Shop', '  Features 1', '    Receipt Must-be · 100% of 40']);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, new vscode.Position(5, 6));
    expect(hovers.length).to.equal(1);
    provider.dispose();
  });
});

describe('the outline', () => {
  it('follows typing', async () => {
    const editor = await openFile('outline.kano.yaml', `${head}features:\n  - { id: a, title: A, tally: { M: 40 } }\n`);
    expect(await outlineOf(editor.document.uri)).to.deep.equal(['Shop', '  Features 1', '    A Must-be · 100% of 40']);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), 'stages: [{ id: s, name: Start }]\n'));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    expect(symbols[0]?.children.map(({ name, range }) => [name, range.start.line])).to.deep.equal([
      ['Stages', 2],
      ['Features', 3],
    ]);
  });
});

describe('the search over the workspace', () => {
  const search = async (query: string) => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    return found.map(({ name, location }) => `${name} in ${location.uri.path.split('/').slice(-2).join('/')}`);
  };

  it('knows files that come, change, are typed in and go, and folders that go', async () => {
    const zebra = (name: string) => `${head}touchpoints:\n  - { id: zebra-crossing, name: ${name} }\n`;
    const uri = await writeFile('search/one.kano.yaml', zebra('First'));
    await eventually(
      () => search('zebra'),
      (found) => found.join() === 'First · zebra-crossing in search/one.kano.yaml',
    );
    await writeFile('search/one.kano.yaml', zebra('Second'));
    await eventually(
      () => search('zebra'),
      (found) => found.join() === 'Second · zebra-crossing in search/one.kano.yaml',
    );
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((edit) => edit.replace(new vscode.Range(3, 32, 3, 38), 'Typed'));
    await eventually(
      () => search('zebra'),
      (found) => found.join() === 'Typed · zebra-crossing in search/one.kano.yaml',
    );
    await editor.document.save();
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await writeFile('search/deep/two.kano.yml', zebra('Deep'));
    await eventually(
      () => search('zebra'),
      (found) => found.length === 2,
    );
    await vscode.workspace.fs.rename(vscode.Uri.joinPath(uri, '..', 'deep'), vscode.Uri.joinPath(uri, '..', 'moved'));
    await eventually(
      () => search('zebra'),
      (found) => found.length === 2 && found.some((line) => line === 'Deep · zebra-crossing in moved/two.kano.yml'),
    );
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
    await eventually(
      () => search('zebra'),
      (found) => found.length === 0,
    );
  });
});

describe('links', () => {
  it('lead to used files and to web addresses, and nowhere else', async () => {
    const uris = await threeFiles('links');
    const text = `${head}uses: [journey.kano.yaml]\nfeatures:\n  - { id: a, title: A, links: ["https://x.example/1", "command:workbench.action.quit", "mailto:a@x.example"] }\n`;
    const { document } = await openFile('links/linked.kano.yaml', text);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
    expect(links.map(({ range, target }) => `${document.getText(range)} -> ${target?.toString(true)}`).sort()).to.deep.equal([
      'https://x.example/1 -> https://x.example/1',
      `journey.kano.yaml -> ${uris.journey.toString(true)}`,
      'mailto:a@x.example -> mailto:a@x.example',
    ]);
  });
});

describe('a growing selection', () => {
  it('takes in value, pair, item and list', async () => {
    const { document } = await openFile('selection.kano.yaml', shop);
    const [selection] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [new vscode.Position(5, 14)],
    );
    const steps: string[] = [];
    for (let step = selection; step; step = step.parent as vscode.SelectionRange) steps.push(document.getText(step.range));
    for (const expected of [
      'title: Receipt',
      shop.slice(shop.indexOf('- id')).trimEnd(),
      shop.slice(shop.indexOf('features:')).trimEnd(),
    ]) {
      expect(steps).to.include(expected);
    }
  });
});

async function messageOf(failing: Thenable<unknown>): Promise<string> {
  try {
    await failing;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'It did not fail.';
}

async function outlineOf(uri: vscode.Uri): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
  const show = ({ name, detail, children }: vscode.DocumentSymbol, depth: number): string[] => [
    `${'  '.repeat(depth)}${name} ${detail}`.trimEnd(),
    ...children.flatMap((child) => show(child, depth + 1)),
  ];
  return symbols.flatMap((symbol) => show(symbol, 0));
}
