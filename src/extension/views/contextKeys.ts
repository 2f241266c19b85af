import * as vscode from 'vscode';
import { isKanoDocument } from '../documents/kanoFiles.ts';

/** Keeps the context key `kano.editsProduct` true while the active editor shows one of our files, unsaved ones too: for menus and the command palette. */
export function showContext(): vscode.Disposable {
  let known: boolean | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const now = document !== undefined && isKanoDocument(document);
    if (now === known) return;
    known = now;
    void vscode.commands.executeCommand('setContext', 'kano.editsProduct', now);
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document.isUntitled && update()),
  );
}
