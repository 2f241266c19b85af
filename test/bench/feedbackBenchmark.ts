import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { summary } from './measure.ts';
import { measureProcess } from './measureProcess.ts';
import type { Row } from './row.ts';

const comments = 100_000;
const runs = 5;

/** What `kano import-feedback` takes for 100,000 labelled comments: whole processes. */
export function feedbackBenchmark(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'kano-feedback-'));
  try {
    writeFileSync(join(folder, 'comments.csv'), inventedComments());
    writeFileSync(
      join(folder, 'terms.yaml'),
      `terms:\n${features.map((id, index) => `  ${id}: [${words[index] ?? id}, took ages]\n`).join('')}`,
    );
    return [...rows('labelled', folder, []), ...rows('with search words', folder, ['--map', 'terms.yaml'])];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rows(how: string, folder: string, more: readonly string[]): readonly Row[] {
  const usages = Array.from({ length: runs }, () => {
    const list = features.map((id) => `  - { id: ${id}, title: Feature ${id} }\n`).join('');
    writeFileSync(join(folder, 'shop.kano.yaml'), `kano: 1\nproduct: Shop\nfeatures:\n${list}`);
    const call = ['import-feedback', 'comments.csv', '--into', 'shop.kano.yaml', '--source', 'comments', ...more];
    return measureProcess([resolve('dist/cli.js'), ...call], folder);
  });
  const row = (work: string, unit: Row['unit'], figures: readonly number[]): Row => {
    return {
      group: 'feedback',
      work: `${work}, 100,000 comments ${how}`,
      by: 'Kano',
      features: features.length,
      unit,
      figure: summary(figures),
    };
  };
  return [
    row(
      'import-feedback: processor time',
      'ms',
      usages.map(({ processor }) => processor),
    ),
    row(
      'import-feedback: memory',
      'MB',
      usages.map(({ memory }) => memory),
    ),
  ];
}

const features = Array.from({ length: 20 }, (_, index) => `f${index}`);
const words = [
  'late',
  'delivery',
  'staff',
  'kind',
  'box',
  'search',
  'account',
  'price',
  'refund',
  'colour',
  'lamp',
  'order',
  'sturdy',
  'broken',
];

/** Made by rule, so that every run counts the same. */
function inventedComments(): string {
  const lines = Array.from({ length: comments }, (_, index) => {
    const of = (list: readonly string[], step: number) => list[(index * step) % list.length] ?? '';
    const text = Array.from({ length: 20 }, (_, word) => of(words, 7 * word + 3)).join(' ');
    const date = `2026-0${1 + (index % 9)}-${10 + (index % 18)}`;
    return `${index},${date},${of(['positive', 'negative', 'neutral'], 1)},"${of(features, 7)}, ${of(features, 11)}","${text}"\r\n`;
  });
  return `Id,Date,Sentiment,Aspects,Comment\r\n${lines.join('')}`;
}
