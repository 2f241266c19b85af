import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backlogMarkdown } from '../../../src/report/backlog/backlogMarkdown.ts';
import { keepNotes } from '../../../src/report/backlog/keepNotes.ts';
import { inLanguage } from '../terms/speak.ts';
import { analysed, completeExample } from './analysed.ts';

const textOf = ({ product, analysis } = completeExample()) => backlogMarkdown(product, analysis);
const text = textOf();
const [before = '', after = ''] = text.split('<!-- /kano:notes -->');
const withNotes = (notes: string) => `${before}${notes}<!-- /kano:notes -->${after}`;

describe('the hand-written part of a backlog', () => {
  it('is kept to the character, whatever it holds, while the rest is written anew', () => {
    const notes = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('## Decisions', '', '```', '| a |', '<!-- TODO -->', '  - x', '<!-- markdownlint-disable -->'),
        ),
      )
      .map((lines) => lines.map((line) => `${line.replaceAll('\r', '')}\n`).join(''));
    const other = textOf(analysed('kano: 1\nproduct: Other\n'));
    fc.assert(
      fc.property(notes, (written) => {
        expect(keepNotes(text, withNotes(written))).toBe(withNotes(written));
        expect(keepNotes(other, withNotes(written))).toBe(other.replace('<!-- /kano:notes -->', () => `${written}<!-- /kano:notes -->`));
      }),
    );
  });

  it('is found in a backlog of another language, and where an editor left spaces', () => {
    const chinese = inLanguage('zh-cn', () => textOf());
    const notes = 'Decided.\n<!-- /kano:notes -->';
    expect(keepNotes(text, chinese.replace('<!-- /kano:notes -->', notes))).toBe(withNotes('Decided.\n'));
    expect(keepNotes(text, withNotes('Decided.\n').replace('<!-- /kano:notes -->', '<!-- /kano:notes -->  '))).toBe(
      withNotes('Decided.\n'),
    );
  });

  it.each([
    ['no end', withNotes('x\n').replace('<!-- /kano:notes -->\n', '')],
    ['two beginnings', withNotes('<!-- kano:notes -->\n')],
    ['two ends', withNotes('<!-- /kano:notes -->\n')],
    ['a misspelt end', withNotes('x\n').replace('/kano:notes', '/kano:note')],
    ['a beginning that does not end', withNotes('x\n').replace(/(<!-- kano:notes.*) -->/, '$1')],
    ['an end within a line', withNotes('x\n').replace('<!-- /kano:notes -->', '<!-- /kano:notes --> x')],
  ])('is damaged with %s', (_, written) => {
    expect(keepNotes(text, written)).toBe('damaged');
  });

  it.each([7, 8, 15])(
    'is in conflict with markers of %i characters, and a backlog with such a conflict in its heading is still one',
    (size) => {
      const [ours, middle, theirs] = ['<', '=', '>'].map((sign) => sign.repeat(size));
      expect(keepNotes(text, withNotes(`${ours} HEAD\nYes\n${middle}\nNo\n${theirs} other\n`))).toBe('conflict');
      const titled = withNotes('x\n').replace(/^# .*\n/, (heading) => `${ours} HEAD\n${heading}${middle}\n# Other\n${theirs} other\n`);
      expect(keepNotes(text, titled)).toBe(withNotes('x\n'));
    },
  );

  it('is not where something else was written, nor where only a title speaks of it', () => {
    expect(keepNotes(text, '# Read me\n')).toBe('no-place');
    // Without the first line below the heading, it cannot be told from a page about such places.
    for (const written of [withNotes('x\n').replace(/<!-- kano:notes.*\n/, ''), '<!-- /kano:notes -->\nx\n<!-- kano:notes -->\n'])
      expect(keepNotes(text, written)).toBe('no-place');
    const title = 'kano: 1\nproduct: <!-- kano:notes -->\nfeatures: [{ id: a, title: "\\n<!-- /kano:notes -->" }]\n';
    const titled = textOf(analysed(title));
    expect(keepNotes(titled, titled)).toBe(titled);
  });
});
