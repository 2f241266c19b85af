import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allAnswers } from '../../../src/analysis/answerFilter.ts';
import { finish } from '../../../src/base/steps.ts';
import type { Configuration } from '../../../src/document/configuration.ts';
import { type HostMessage, isHostMessage, isPageMessage, type PageMessage } from '../../../src/page/protocol.ts';
import { contentInSteps } from '../../../src/page/state/contentInSteps.ts';
import { type Files, filesAfter, productsOf } from '../../../src/page/state/files.ts';

type FilesMessage = Extract<HostMessage, { readonly type: 'files' | 'changes' }>;

const item = { uri: 'file:///shop.kano.yaml', list: 'features', id: 'pay', occurrence: 0 };
const links = { opened: 'file:///shop.kano.yaml', isEditable: true, workspace: null, uses: [], configurations: {} };

it.each([
  { type: 'ready', scope: 'workspace' },
  { type: 'title', product: 'Shop' },
  { type: 'reveal', item, focus: false, tally: { survey: null } },
  { type: 'edit', item, edit: { property: 'effort', value: 3 } },
  { type: 'edit', item, edit: { property: 'owner', value: null } },
  { type: 'copy', text: '' },
  { type: 'save', format: 'csv', content: 'x' },
  { type: 'chooseFile' },
  { type: 'begin', step: 'openSample' },
  { type: 'drop', uris: ['file:///answers.CSV'], files: [] },
  { type: 'drop', uris: [], files: [{ name: 'a.xlsx', modified: 0, bytes: new Uint8Array(1) }] },
])('the host takes %j', (message) => {
  expect(isPageMessage(message)).toBe(true);
});

it.each([
  { type: 'ready', scope: 'all' },
  { type: 'reveal', item: { ...item, occurrence: '0' }, focus: true },
  { type: 'edit', item, edit: { property: 'effort', value: -1 } },
  { type: 'edit', item, edit: { property: 'effort', value: '3' } },
  { type: 'edit', item, edit: { property: 'title', value: 'x' } },
  { type: 'edit', edit: { property: 'owner', value: 'x' } },
  { type: 'save', format: 'exe', content: '' },
  { type: 'save', format: 'png', content: 'abc' },
  { type: 'save', format: 'png', content: 'ab_d' },
  { type: 'reveal', item: { ...item, list: 'surprises' }, focus: true },
  { type: 'reveal', item: { ...item, occurrence: -1 }, focus: true },
  { type: 'reveal', item, focus: true, tally: { survey: 1 } },
  { type: 'edit', item, edit: { property: 'effort', value: Number.NaN } },
  { type: 'failed', part: 'tab', report: new Error('x') },
  { type: 'toString' },
  { type: 'begin', step: 'showOutput' },
  { type: 'drop', uris: ['file:///answers.exe'], files: [] },
  { type: 'drop', uris: [], files: [{ name: 'a.xlsx', modified: 0, bytes: [1] }] },
  { type: 'drop', uris: [] },
  { type: ['ready'], scope: 'file' },
  { type: 'other' },
])('the host refuses %j', (message) => {
  expect(isPageMessage(message)).toBe(false);
});

it.each([
  { type: 'files', language: 'en', links: null, files: [] },
  { type: 'files', language: 'en', links, files: [{ uri: 'a', version: 1, text: '' }] },
  { type: 'files', language: 'en', links: null, files: [], rareTests: [['9,1 1,9', 0.0001]] },
  { type: 'changes', files: [], removed: ['a'] },
  { type: 'changes', links: null, files: [], removed: [] },
  { type: 'select', id: 'pay' },
  { type: 'said', text: 'Copied.' },
  { type: 'export', format: 'png', copy: true },
  { type: 'base', base: null },
  { type: 'base', base: { name: 'main', links, files: [{ uri: 'a', version: 1, text: '' }] } },
])('the page takes %j', (message) => {
  expect(isHostMessage(message)).toBe(true);
});

it.each([
  { type: 'files', language: 'en', files: [] },
  { type: 'files', language: 'en', links: null, files: [{ uri: 'a', text: '' }] },
  { type: 'files', language: 'en', links: null, files: [], rareTests: [['9,1 1,9', '0.0001']] },
  { type: 'files', language: 'en', links: null, files: [], rareTests: [['9,1 1,9', 2]] },
  { type: 'changes', files: [] },
  { type: 'changes', links: {}, files: [], removed: [] },
  { type: 'select' },
  { type: 'export', format: 'pdf', copy: true },
  { type: 'export', format: 'svg' },
  { type: 'base' },
  { type: 'base', base: { name: 'main', links, files: [{ uri: 'a' }] } },
  { type: 'webpackOk' },
  { type: 'files', language: 'xx', links: null, files: [] },
  { type: 'files', language: 'en', links: { ...links, uses: [{ from: 'a', path: 'b' }] }, files: [] },
  { type: 'files', language: 'en', links: { ...links, workspace: [1] }, files: [] },
  { type: 'files', language: 'en', links: { ...links, asOf: 2026 }, files: [] },
  { type: 'files', language: 'en', links: { ...links, configurations: { a: { analysis: { rule: 3 } } } }, files: [] },
  { type: 'changes', files: [{ uri: 'a', version: 1, changes: [{ text: 'x', range: { start: { line: 1 } } }] }], removed: [] },
  { type: 'changes', files: [{ uri: 'a', version: 1, changes: 'all' }], removed: [] },
  { type: 'constructor' },
])('the page refuses %j', (message) => {
  expect(isHostMessage(message)).toBe(false);
});

const start = { line: 1, character: 0 };
const shop = 'kano: 1\nproduct: Shop\nfeatures:\n  - { id: pay, title: Pay, tally: { M: 9, O: 2 } }\n';
const configuration: Configuration = { rules: { 'kano/schema': 'warning' }, analysis: { rule: 'berger' }, exclude: [] };
const hostMessages: readonly HostMessage[] = [
  {
    type: 'files',
    language: 'en',
    links: {
      ...links,
      uses: [{ from: links.opened, path: 'b', to: { reason: 'not-found' } }],
      configurations: { [links.opened]: configuration },
    },
    files: [{ uri: links.opened, version: 1, text: shop }],
  },
  {
    type: 'changes',
    links,
    files: [{ uri: links.opened, version: 2, changes: [{ text: 'x: 1\n', range: { start, end: start } }] }],
    removed: ['file:///other.kano.yaml'],
  },
  { type: 'select', id: 'pay', uri: links.opened, occurrence: 0 },
  { type: 'refused', text: 'No.' },
  { type: 'said', text: 'Copied.' },
  { type: 'export', format: 'csv', copy: true },
  { type: 'base', base: { name: 'main', links, files: [{ uri: links.opened, version: 1, text: shop }] } },
];
const pageMessages: readonly PageMessage[] = [
  { type: 'ready', scope: 'file' },
  { type: 'scope', scope: 'workspace' },
  { type: 'title', product: 'Shop' },
  { type: 'reveal', item: { ...item, list: 'features' }, focus: true, tally: { survey: 'a', persona: null } },
  { type: 'edit', item: { ...item, list: 'features' }, edit: { property: 'effort', value: 3 } },
  { type: 'copy', text: 'x' },
  { type: 'save', format: 'png', content: 'abc=' },
  { type: 'chooseFile' },
  { type: 'failed', part: 'tab trend', report: 'TypeError' },
];

/** A message with one value in it replaced by any JSON, or left out. */
function damaged<Message extends object>(messages: readonly Message[]): fc.Arbitrary<unknown> {
  const places = messages.flatMap((message) => pathsIn(message).map((path) => ({ message, path })));
  return fc.tuple(fc.constantFrom(...places), fc.jsonValue(), fc.boolean()).map(([{ message, path }, value, isLeftOut]) => {
    const copy = structuredClone(message);
    let holder = copy as Record<string, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    const last = path.at(-1) as string;
    if (isLeftOut) delete holder[last];
    else holder[last] = value;
    return copy;
  });
}

function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

const runs = { numRuns: Number(process.env.FUZZ_RUNS ?? 1_000) };

it('all messages are messages of their own side only', () => {
  expect(hostMessages.filter((message) => !isHostMessage(message) || isPageMessage(message))).toEqual([]);
  expect(pageMessages.filter((message) => !isPageMessage(message) || isHostMessage(message))).toEqual([]);
});

it('nothing else is a message on either side, and asking throws nowhere', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.record({ type: fc.constantFrom('files', 'edit', '__proto__'), links: fc.jsonValue() }),
  );
  fc.assert(
    fc.property(anything, (posted) => !isHostMessage(posted) && !isPageMessage(posted)),
    runs,
  );
});

it('what the page takes of damaged messages, it can show', async () => {
  const damage = damaged(hostMessages.filter(({ type }) => type === 'files' || type === 'changes'));
  await fc.assert(
    fc.asyncProperty(damage, async (posted) => {
      if (!isHostMessage(posted) || (posted.type !== 'files' && posted.type !== 'changes')) return;
      const before = finish(filesAfter(null, hostMessages[0] as FilesMessage)) as Files;
      const files = finish(filesAfter(before, posted));
      const shown = files && (await productsOf(files, null));
      if (shown) finish(contentInSteps({ products: shown.products, answers: allAnswers }));
    }),
    runs,
  );
});

it('what the host takes of damaged messages has the types that it relies on', () => {
  fc.assert(
    fc.property(damaged(pageMessages), (posted) => {
      if (!isPageMessage(posted)) return;
      if ('item' in posted)
        expect([typeof posted.item.uri, typeof posted.item.id, posted.item.occurrence % 1]).toEqual(['string', 'string', 0]);
      if (posted.type === 'save' && posted.format === 'png') expect(() => atob(posted.content)).not.toThrow();
      for (const text of ['text', 'content', 'product', 'part', 'report'])
        if (text in posted) expect(typeof (posted as Record<string, unknown>)[text]).toBe('string');
    }),
    runs,
  );
});
