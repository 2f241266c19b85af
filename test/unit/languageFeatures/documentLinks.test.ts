import { expect, it } from 'vitest';
import { readModel } from '../../../src/document/readModel.ts';
import { documentLinks } from '../../../src/languageFeatures/documentLinks.ts';
import { textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Shop\n';

/** What is underlined, and where it leads. */
function linksOf(text: string): string[] {
  return documentLinks(readModel('a.kano.yaml', text)).map(
    ({ range, target, data }) => `${textIn(text, range)} -> ${target ?? `file ${data}`}`,
  );
}

it('lead to used files and to the addresses of features, without the quotes around them', () => {
  const text = `${head}uses: [../journey.kano.yaml, "b c.kano.yaml"]
features:
  - id: a
    title: https://not.example
    links:
      - https://tracker.example/REQ-12
      - 'mailto:team@x.example'
      - "HTTP://x.example/?a=b#c"
      - REQ-12
      - docs/a.md
    evidence: [{ source: tickets, link: "https://tracker.example/q/31" }, { source: mail, note: https://x.example }]
  - { id: b, title: B, links: [https://two.example] }
`;
  const expected = [
    '../journey.kano.yaml -> file ../journey.kano.yaml',
    'b c.kano.yaml -> file b c.kano.yaml',
    'https://tracker.example/REQ-12 -> https://tracker.example/REQ-12',
    'mailto:team@x.example -> mailto:team@x.example',
    'HTTP://x.example/?a=b#c -> HTTP://x.example/?a=b#c',
    'https://tracker.example/q/31 -> https://tracker.example/q/31',
    'https://two.example -> https://two.example',
  ];
  expect(linksOf(text)).toEqual(expected);
  expect(linksOf(text.replaceAll('\n', '\r\n'))).toEqual(expected);
});

it('lead to the tickets of features whose address is known', () => {
  const text = `${head}features:
  - { id: a, title: A, tracker: PROJ-12 }
  - { id: b, title: B, tracker: [team/shop#7, "https://x.example/browse/AB-3"] }
  - { id: c, title: C, tracker: 'team/shop#8' }
  - { id: d, title: D, tracker: 12 }
`;
  expect(linksOf(text)).toEqual([
    'team/shop#7 -> https://github.com/team/shop/issues/7',
    'https://x.example/browse/AB-3 -> https://x.example/browse/AB-3',
    'team/shop#8 -> https://github.com/team/shop/issues/8',
  ]);
});

it.each([
  'command:workbench.action.quit',
  'javascript:alert(1)',
  'JavaScript:https://x.example',
  'vscode://kano.vscode-kano/run',
  'file:///etc/passwd',
  'data:text/html,x',
  ' https://x.example',
  '"\\u0001https://x.example"',
  '"https://x.example/\\n command:run"',
  'https:command:run',
  '{ link: https://x.example }',
])('never lead to %s', (link) => {
  expect(
    linksOf(`${head}features:\n  - id: a\n    links: [${link.startsWith('"') || link.startsWith('{') ? link : JSON.stringify(link)}]\n`),
  ).toEqual([]);
});

it('are there in half-written files', () => {
  expect(
    linksOf(`${head}features:\n  - title: "A\n    links: [https://x.example]\n  - links: https://y.example\nuses: j.kano.yaml\n`),
  ).toEqual(['j.kano.yaml -> file j.kano.yaml', 'https://y.example -> https://y.example']);
  expect(linksOf('')).toEqual([]);
});
