import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isHostMessage, isPageMessage } from '../../../src/page/protocol.ts';

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
  { type: 'other' },
])('the host refuses %j', (message) => {
  expect(isPageMessage(message)).toBe(false);
});

it.each([
  { type: 'files', language: 'en', links: null, files: [] },
  { type: 'files', language: 'en', links, files: [{ uri: 'a', version: 1, text: '' }] },
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
  { type: 'changes', files: [] },
  { type: 'changes', links: {}, files: [], removed: [] },
  { type: 'select' },
  { type: 'export', format: 'pdf', copy: true },
  { type: 'export', format: 'svg' },
  { type: 'base' },
  { type: 'base', base: { name: 'main', links, files: [{ uri: 'a' }] } },
  { type: 'webpackOk' },
])('the page refuses %j', (message) => {
  expect(isHostMessage(message)).toBe(false);
});

it('nothing else is a message on either side', () => {
  fc.assert(fc.property(fc.anything(), (posted) => !isHostMessage(posted) && !isPageMessage(posted)));
});
