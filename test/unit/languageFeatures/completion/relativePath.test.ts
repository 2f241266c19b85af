import { expect, it } from 'vitest';
import { relativePath } from '../../../../src/languageFeatures/completion/relativePath.ts';

it.each([
  ['/shop/a.kano.yaml', '/shop/b.kano.yaml', 'b.kano.yaml'],
  ['/shop/tickets/a.kano.yaml', '/shop/b.kano.yaml', '../b.kano.yaml'],
  ['/shop/a.kano.yaml', '/shop/tickets/deep/b.kano.yaml', 'tickets/deep/b.kano.yaml'],
  ['/shop/tickets/a.kano.yaml', '/shop/service/b.kano.yaml', '../service/b.kano.yaml'],
  ['/shop/a/a.kano.yaml', '/shop/a.kano.yaml', '../a.kano.yaml'],
])('from %s to %s', (from, to, path) => {
  expect(relativePath(from, to)).toBe(path);
});
