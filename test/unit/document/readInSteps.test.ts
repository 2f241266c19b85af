import { describe, expect, it } from 'vitest';
import type { KanoDocument } from '../../../src/document/kanoDocument.ts';
import { listKeys } from '../../../src/document/model.ts';
import { readDocument, readDocumentInSteps } from '../../../src/document/readDocument.ts';
import { kanoFile } from '../../bench/kanoFile.ts';

const uri = 'file:///shop.kano.yaml';

describe('a file that is read in steps', () => {
  it.each([
    ['of many items', kanoFile(1000), 22],
    ['that cannot be cut', `{ ${kanoFile(0).split('\n')[0]}, features: [{ id: a, title: A }] }`, 1],
    ['whose aliases cross items', `${kanoFile(120).replace('id: feature-3\n', 'id: &a feature-3\n')}    x-same: *a\n`, 3],
    ['with a byte-order mark', `\uFEFF${kanoFile(60)}`, 2],
    ['that is too large', ' '.repeat(10_000_001), 0],
    ['that is empty', '', 1],
  ])('%s is the same as when read at once', (_, text, pauses) => {
    const { document, pauses: counted } = readWithPauses(text);
    expect(document.text).toBe(readDocument(uri, text).text);
    expect(content(document)).toEqual(content(readDocument(uri, text)));
    expect(counted).toBe(pauses);
  });
});

function readWithPauses(text: string): { readonly document: KanoDocument; readonly pauses: number } {
  const steps = readDocumentInSteps(uri, text);
  for (let pauses = 0; ; pauses++) {
    const step = steps.next();
    if (step.done) return { document: step.value, pauses };
  }
}

function content(document: KanoDocument): unknown {
  const { segments, frame, header, syntaxFindings } = document;
  const lists = listKeys.map((key) => document.list(key).map(({ node, value, part }) => ({ node, value, text: part.text })));
  return { segments: segments.map(({ segment }) => segment), frame, header, syntaxFindings, lists };
}
