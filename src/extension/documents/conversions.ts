import * as vscode from 'vscode';
import type { TextEdit } from '../../document/writing/textEdit.ts';
import type { Range } from '../../document/yaml/position.ts';

// Our types, which are those of the Language Server Protocol, as types of VS Code.

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function toLocation(uri: string, range: Range): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}

/** VS Code counts kinds of symbols, highlights and completion items from 0, the protocol from 1. */
export function toKind(kind: number): number {
  return kind - 1;
}

export function toTextEdits(edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText));
}
