import type { Row } from './row.ts';

/** The rows as a Markdown table, the number of features across. */
export function rowsTable(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ features }) => features))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const names = [...new Set(rows.map(({ work, by }) => `${work} | ${by}`))];
  const head = ['work', 'by', ...sizes.map((size) => (size === null ? 'figure' : `${size.toLocaleString('en')} features`))];
  const lines = names.map((name) => {
    const cells = sizes.map((size) => {
      const row = rows.find((candidate) => `${candidate.work} | ${candidate.by}` === name && candidate.features === size);
      return row ? figure(row) : '';
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [`| ${head.join(' | ')} |`, `| --- | --- |${' ---: |'.repeat(sizes.length)}`, ...lines].join('\n');
}

function figure({ unit, figure: { median } }: Row): string {
  if (unit === 'tokens') return `${median.toLocaleString('en')} tokens`;
  const digits = median >= 100 ? 0 : median >= 10 ? 1 : 2;
  return `${median.toFixed(digits)}${unit === 'ms' ? '' : ` ${unit}`}`;
}
