import { describe, expect, it } from 'vitest';
import { isKanoPath } from '../../../src/document/format/kanoPath.ts';

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
