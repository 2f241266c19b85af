import * as vscode from 'vscode';
import { type Lines, linesNear } from '../../languageFeatures/codeLenses.ts';

/** The lines that all visible editors of a document show between them; `undefined` where none shows it. */
export function linesInView(document: vscode.TextDocument): Lines | undefined {
  const ranges = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges);
  if (ranges.length === 0) return undefined;
  return { first: Math.min(...ranges.map(({ start }) => start.line)), last: Math.max(...ranges.map(({ end }) => end.line)) };
}

/** The lines whose lenses are worth placing before somebody scrolls; of a document that no editor shows, all. */
export function linesAround(document: vscode.TextDocument): Lines {
  const all = { first: 0, last: document.lineCount };
  return linesNear(linesInView(document) ?? all, document.lineCount);
}
