import { describe, expect, it } from 'vitest';
import { isKanoPath, relativePath } from '../../../src/document/product.ts';

describe('a file is ours', () => {
  it.each(['a.kano.yaml', 'a.kano.yml', 'docs/a.kano.yaml', 'C:\\docs\\a.kano.yml', '/.a.kano.yaml', '搜.kano.yaml'])(
    'by the name %s',
    (path) => expect(isKanoPath(path)).toBe(true),
  );

  it.each([
    '.kano.yaml',
    'docs/.kano.yaml',
    'docs\\.kano.yml',
    'a.yaml',
    'akano.yaml',
    'a.kano.yaml.md',
    'a.kano.yaml/',
    'a.kano.json',
    '',
  ])('but not by the name %j', (path) => expect(isKanoPath(path)).toBe(false));
});

it.each([
  ['/shop/a.kano.yaml', '/shop/b.kano.yaml', 'b.kano.yaml'],
  ['/shop/tickets/a.kano.yaml', '/shop/b.kano.yaml', '../b.kano.yaml'],
  ['/shop/a.kano.yaml', '/shop/tickets/deep/b.kano.yaml', 'tickets/deep/b.kano.yaml'],
  ['/shop/tickets/a.kano.yaml', '/shop/service/b.kano.yaml', '../service/b.kano.yaml'],
  ['/shop/a/a.kano.yaml', '/shop/a.kano.yaml', '../a.kano.yaml'],
])('the path from %s to %s', (from, to, path) => {
  expect(relativePath(from, to)).toBe(path);
});
