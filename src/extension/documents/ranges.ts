import * as vscode from 'vscode';
import type { Range } from '../../document/yaml/position.ts';

/** A range of ours, or of the Language Server Protocol, as VS Code's. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
