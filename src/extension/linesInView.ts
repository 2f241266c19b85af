import * as vscode from 'vscode';
import type { Lines } from '../language/codeLenses.ts';

/** A file with no more lines than this is small: all of it counts as near. */
const smallFile = 5_000;

/** Lines above and below the view that count as near: some ten screens. */
const margin = 500;

/** The lines that all visible editors of a document show between them; `undefined` where none shows it. */
export function linesInView(text: vscode.TextDocument): Lines | undefined {
  const ranges = vscode.window.visibleTextEditors.filter(({ document }) => document === text).flatMap(({ visibleRanges }) => visibleRanges);
  if (ranges.length === 0) return undefined;
  return { first: Math.min(...ranges.map(({ start }) => start.line)), last: Math.max(...ranges.map(({ end }) => end.line)) };
}

/** The lines worth work before somebody scrolls: of a small file, or one that no editor shows, all. */
export function linesAround(text: vscode.TextDocument): Lines {
  const view = text.lineCount > smallFile ? linesInView(text) : undefined;
  return view ? { first: view.first - margin, last: view.last + margin } : { first: 0, last: text.lineCount };
}
