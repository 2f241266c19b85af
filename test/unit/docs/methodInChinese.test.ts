import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories } from '../../../src/document/format/model.ts';
import { defaultSeverities } from '../../../src/problems/index.ts';
import { categoryWording } from '../../../src/terms/categoryLabels.ts';
import { languages } from '../../../src/terms/language.ts';
import { bundleOf, inLanguage } from '../terms/speak.ts';

const textOf = (file: string) => readFileSync(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');
const english = textOf('method.md');
const chinese = textOf('method.zh-cn.md');

interface Section {
  readonly level: string;
  readonly anchor: string;
  readonly text: string;
}

/** What GitHub and VS Code make of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');

/** The parts below each heading. A translated heading has its anchor before it, a code is its own. */
function sections(method: string): readonly Section[] {
  const outsideCode = method.replace(/^```[\s\S]*?^```$/gm, '');
  return [...outsideCode.matchAll(/^(?:<a id="([^"]+)"><\/a>\n\n)?(#+) (.*)\n([\s\S]*?)(?=^(?:<a id=.*\n\n)?#|(?![\s\S]))/gm)].map(
    ([, anchor, level = '', heading = '', text = '']) => ({ level, anchor: anchor ?? (level === '#' ? 'title' : slug(heading)), text }),
  );
}

const inEnglish = sections(english);
const inChinese = sections(chinese);
/** Without links and comments: their texts differ by language. Signs and Chinese words have no spaces of their own. */
const plain = (text: string) => text.replace(/\]\([^)]*\)|<!--.*?-->/g, ']');
const numbers = (text: string) => (plain(text).match(/\d+(?:[.,]\d+)*/g) ?? []).sort();
const codes = (text: string) => (plain(text).match(/`[^`\n]+`/g) ?? []).sort();
const links = (text: string) => [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target).sort();
/** Of each table the cells of every row that are not words: numbers, letters, signs. */
const tables = (text: string) =>
  (text.match(/^\|.*\|$/gm) ?? []).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => (/^[\sA-Z\d.,*/−:-]*$/.test(cell) ? cell.trim() : 'words')),
  );

describe('docs/method.zh-cn.md is in step with docs/method.md', () => {
  it('has the same sections at the same anchors, in the same order', () => {
    expect(inEnglish.length).toBeGreaterThan(Object.keys(defaultSeverities).length + 15);
    expect(inChinese.map(({ level, anchor }) => `${level} ${anchor}`)).toEqual(inEnglish.map(({ level, anchor }) => `${level} ${anchor}`));
  });

  it.each(inEnglish.map(({ anchor }) => anchor))('says under %s the same numbers, codes, links and tables', (anchor) => {
    const [original, translation] = [inEnglish, inChinese].map((list) => list.find((section) => section.anchor === anchor)?.text ?? '');
    for (const what of [numbers, codes, links, tables]) expect(what(translation ?? '')).toEqual(what(original ?? ''));
  });

  it('has the same blocks of code', () => {
    const blocks = (text: string) => text.match(/^```[\s\S]*?^```$/gm);
    expect(blocks(chinese)).toEqual(blocks(english));
  });

  it('says of each category what the product says, and of each problem when it comes, why, and what to do', () => {
    for (const category of categories) {
      const { label, meaning } = inLanguage('zh-cn', () => categoryWording(category));
      expect(chinese).toMatch(new RegExp(`^\\| ${category} \\| ${label}(型|结果)? \\| ${meaning} \\|$`, 'm'));
    }
    const bundle = bundleOf('zh-cn');
    for (const [code, severity] of Object.entries(defaultSeverities)) {
      const { text = '' } = inChinese.find(({ anchor }) => `kano/${anchor}` === code) ?? {};
      expect(text, code).toMatch(
        new RegExp(`\\*\\*何时\\*\\*.*[。；]${bundle[severity]}[。，；].*\\*\\*为何\\*\\*.*\\*\\*怎么办\\*\\*`, 's'),
      );
    }
  });

  it('leads to anchors that exist', () => {
    const anchors = new Set(inChinese.map(({ anchor }) => anchor));
    const targets = [...chinese.matchAll(/\]\(#([^)]*)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !anchors.has(target))).toEqual([]);
  });

  it('calls those who use a product 用户', () => {
    expect(chinese).not.toMatch(/客户|顾客/);
  });

  it('comes with the extension, which opens it in every language', () => {
    const shipped = readFileSync(new URL('../../../.vscodeignore', import.meta.url), 'utf8').split('\n');
    for (const language of languages) expect(shipped).toContain(language === 'en' ? '!docs/method.md' : `!docs/method.${language}.md`);
  });
});
