import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unzipped } from '../../../scripts/packaging/list-zip.mjs';
import { runPackager } from '../../../scripts/packaging/make-package.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const origin = { repository: 'https://github.com/owner/kano', tag: 'v1.2.3' };
const folder = mkdtempSync(join(tmpdir(), 'kano-readme-'));
let texts: readonly string[] = [];

beforeAll(async () => {
  const stage = join(folder, 'stage');
  mkdirSync(join(stage, 'media'), { recursive: true });
  for (const file of ['README.md', 'CHANGELOG.md', 'LICENSE', 'media/icon.png']) cpSync(join(root, file), join(stage, file));
  const {
    main: _main,
    browser: _browser,
    l10n: _l10n,
    activationEvents: _events,
    contributes: _contributes,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(stage, 'package.json'), JSON.stringify({ ...manifest, description: 'Kano' }));
  const file = join(folder, 'kano.vsix');
  await runPackager(stage, file, origin);
  texts = ['extension/readme.md', 'extension/changelog.md'].map((name) => String(unzipped(readFileSync(file), name)));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Where links and pictures lead. */
function addressesIn(markdown: string): string[] {
  const addresses: string[] = [];
  const visit = (node: { readonly type: string; readonly url?: string; readonly children?: readonly object[] }) => {
    if (node.url !== undefined) addresses.push(node.url);
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return addresses;
}

it('every link and picture of the packaged README and changelog leads to a web page, or to a file and a heading of the repository', () => {
  const addresses = texts.flatMap(addressesIn);
  expect(addresses.filter((address) => address.startsWith(origin.repository)).length).toBeGreaterThan(8);
  for (const address of addresses) {
    const own = new RegExp(`^${origin.repository}/(?:blob|raw)/${origin.tag}/(.+)$`).exec(address)?.[1];
    if (own === undefined) {
      expect(address).toMatch(/^(?:https:\/\/|#)/);
      continue;
    }
    const [path = '', anchor] = own.split('#');
    expect(existsSync(join(root, path)), address).toBe(true);
    if (anchor === undefined) continue;
    const headings = readFileSync(join(root, path), 'utf8').match(/^#+ .*$/gm) ?? [];
    const anchors = headings.map((heading) =>
      heading
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
    expect(anchors, address).toContain(anchor);
  }
});
