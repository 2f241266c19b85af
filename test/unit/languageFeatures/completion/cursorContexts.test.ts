import { describe, expect, it } from 'vitest';
import type { CursorContext } from '../../../../src/languageFeatures/completion/context.ts';
import { cursorContexts } from '../../../../src/languageFeatures/completion/cursorContexts.ts';

/** The contexts at `‸`, one line each: kind and path, position, the word in brackets, and what else is there. */
function contextsAt(marked: string): readonly string[] {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return cursorContexts(text, offset).map((context) => shown(context, text));
}

function shown(
  { kind, path, position, column, start, end, present, quoted, hasColon, needsSpace, needsComma }: CursorContext,
  text: string,
): string {
  const flags = [quoted && 'quoted', hasColon && 'colon', needsSpace && 'space', needsComma && 'comma'].filter((flag) => flag !== false);
  const at = position === 'flow' ? 'flow' : `${position} ${column}`;
  return [`${kind} ${path.join('/')}`, at, `<${text.slice(start, end)}>`, present.join(' '), ...flags]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Each case: what it shows, the text, and the contexts. */
function check(cases: readonly (readonly [name: string, text: string, ...contexts: string[]])[]): void {
  it.each(cases.map(([name, text, ...contexts]) => ({ name, text, contexts })))('$name', ({ text, contexts }) => {
    expect(contextsAt(text)).toEqual(contexts);
    // Line breaks do not matter, nor does one at the end of the text.
    expect(contextsAt(text.replaceAll('\n', '\r\n'))).toEqual(contexts);
    expect(contextsAt(`${text}\n`)).toEqual(contexts);
  });
}

describe('keys in block style', () => {
  check([
    ['in an empty text', '‸', 'key  · line 0 · <>'],
    ['half-typed, alone', 'ka‸', 'key  · line 0 · <ka>'],
    ['at the top, beside others above and below', 'kano: 1\n‸\nproduct: x', 'key  · line 0 · <> · kano product'],
    ['half-typed at the top', 'kano: 1\npro‸\nstages:\n  - id: a', 'key  · line 0 · <pro> · kano stages'],
    ['at the top below a list', 'features:\n  - id: a\n‸', 'key  · line 0 · <> · features'],
    ['in an item, last', 'features:\n  - id: a\n    ‸', 'key features/0 · line 4 · <> · id'],
    ['in an item, half-typed', 'features:\n  - id: a\n    sta‸\n    title: b', 'key features/0 · line 4 · <sta> · id title'],
    ['in the second item', 'features:\n  - id: a\n  - id: b\n    ‸', 'key features/1 · line 4 · <> · id'],
    ['in an item whose dash stands at the margin', 'features:\n- id: a\n  ‸', 'key features/0 · line 2 · <> · id'],
    ['in an item whose dash stands far from its key', 'features:\n  -   id: a\n      ‸', 'key features/0 · line 6 · <> · id'],
    ['behind a dash, before other keys', 'features:\n  - ‸\n    title: b', 'key features/0 · dash 4 · <> · title'],
    ['half-typed behind a dash, before other keys', 'features:\n  - i‸\n    title: b', 'key features/0 · dash 4 · <i> · title'],
    [
      'of a mapping below a key',
      'f:\n  - id: a\n    question:\n      functional: x\n      ‸',
      'key f/0/question · line 6 · <> · functional',
    ],
    ['of the item around that mapping', 'f:\n  - id: a\n    question:\n      functional: x\n    ‸', 'key f/0 · line 4 · <> · id question'],
    ['at the top around all of that', 'f:\n  - id: a\n    question:\n      functional: x\n‸', 'key  · line 0 · <> · f'],
    [
      'in a list in a list',
      'f:\n  - id: a\n    tallies:\n      - survey: s\n        ‸\n    title: b',
      'key f/0/tallies/0 · line 8 · <> · survey',
    ],
    ['between blank lines', 'f:\n  - id: a\n\n    ‸\n\n    title: b', 'key f/0 · line 4 · <> · id title'],
    ['behind comments at any column', 'f:\n  - id: a\n# note\n    # note\n    ‸', 'key f/0 · line 4 · <> · id'],
    ['before a comment', 'f:\n  - id: a\n    st‸ # note', 'key f/0 · line 4 · <st> · id'],
    ['with its colon', 'f:\n  - id: a\n    sta‸tus: idea', 'key f/0 · line 4 · <status> · id · colon'],
    ['with its colon, behind a dash', 'f:\n  - i‸d: a\n    title: b', 'key f/0 · dash 4 · <id> · title · colon'],
    ['with its colon, alone', 'f:\n  - i‸d: a', 'key f/0 · dash 4 · <id> · colon'],
    ['in quotes', '"pro‸duct": x\nkano: 1', 'key  · line 0 · <product> · kano · quoted · colon'],
    ['beside keys in quotes and keys with odd names', '\'kano\': 1\n"b c": 2\nx-y.z/w: 3\n‸', 'key  · line 0 · <> · kano b c x-y.z/w'],
    ['behind a text that has a colon in it', 'link: https://x.example/a:b\n‸', 'key  · line 0 · <> · link'],
    ['behind brackets that are not closed', 'f:\n  - id: a\n    touchpoints: [b\n    ‸', 'key f/0 · line 4 · <> · id touchpoints'],
    ['behind quotes that are not closed', 'f:\n  - id: a\n    title: "b\n    ‸', 'key f/0 · line 4 · <> · id title'],
    ['behind brackets over several lines', 'f:\n  - tags: [b,\n      c: d,\n    ]\n    ‸', 'key f/0 · line 4 · <> · tags'],
    ['behind a text over several lines', 'f:\n  - title: |\n      id: b\n\n      - c\n    ‸', 'key f/0 · line 4 · <> · title'],
    ['behind a quoted text over several lines', 'f:\n  - title: "b\n      id: c"\n    ‸', 'key f/0 · line 4 · <> · title'],
    ['behind a key with an anchor', 'f:\n  - tally: &a\n      M: 1\n      ‸', 'key f/0/tally · line 6 · <> · M'],
    ['in an item with an anchor', 'f:\n  - &a id: b\n    ‸', 'key f/0 · line 4 · <> · id'],
  ]);
});

describe('values in block style', () => {
  check([
    ['behind a colon and a space', 'f:\n  - status: ‸', 'value f/0/status · inline 4 · <>'],
    ['behind a colon without a space', 'f:\n  - status:‸', 'value f/0/status · inline 4 · <> · space'],
    ['half-typed', 'f:\n  - id: a\n    status: pla‸', 'value f/0/status · inline 4 · <pla>'],
    ['in the middle of the word', 'f:\n  - status: pla‸nned # note', 'value f/0/status · inline 4 · <planned>'],
    ['right before the word', 'f:\n  - status: ‸planned', 'value f/0/status · inline 4 · <planned>'],
    ['of several words', 'f:\n  - status: in pro‸', 'value f/0/status · inline 4 · <in pro>'],
    ['before a comment', 'status: ‸ # idea', 'value status · inline 0 · <>'],
    ['in quotes', 'status: "pla‸nned"', 'value status · inline 0 · <planned> · quoted'],
    ['in quotes that are not closed', "status: 'pla‸\nkano: 1", 'value status · inline 0 · <pla> · quoted'],
    ['in empty quotes', 'status: "‸"', 'value status · inline 0 · <> · quoted'],
    ['on the line below its key', 'f:\n  - status:\n      ‸', 'value f/0/status · line 6 · <>'],
    ['half-typed below its key', 'f:\n  - status:\n      pla‸', 'value f/0/status · line 6 · <pla>'],
    ['behind a dash', 'f:\n  - ‸', 'value f/0 · dash 4 · <>'],
    ['behind a dash without a space', 'f:\n  -‸', 'value f/0 · dash 4 · <> · space'],
    ['half-typed behind a dash', 'f:\n  - t‸', 'value f/0 · dash 4 · <t>'],
    ['below a dash that stands alone', 'f:\n  -\n    ‸', 'value f/0 · line 4 · <>'],
    ['an item beside others', 't:\n  - a\n  - ‸\n  - "b"', 'value t/1 · dash 4 · <> · a b'],
    ['an item in the middle of its word', 't:\n  - a\n  - se‸arch', 'value t/1 · dash 4 · <search> · a'],
    ['an item in quotes', 't:\n  - a\n  - "se‸arch"', 'value t/1 · dash 2 · <search> · a · quoted'],
    ['a list below its key', 't:\n  ‸', 'value t · line 2 · <>'],
    ['a list below its key, half-typed', 't:\n  se‸', 'value t · line 2 · <se>'],
    ['the next item of a list', 't:\n  - a\n  ‸\n  - b', 'value t · line 2 · <> · a b'],
    ['the first item of a list', 't:\n  ‸\n  - b', 'value t · line 2 · <> · b'],
    ['the next item of a list of mappings', 'f:\n  - id: a\n    title: b\n  ‸', 'value f · line 2 · <>'],
    ['a list in a list', 'a:\n  - - 1\n    - ‸', 'value a/0/1 · dash 6 · <> · 1'],
  ]);
});

describe('a key or an item of the list above', () => {
  check([
    ['at the column of both', 'f:\n- id: a\n‸', 'key  · line 0 · <> · f', 'value f · line 0 · <>'],
    ['in an item', 'f:\n  - t:\n    - a\n    ‸', 'key f/0 · line 4 · <> · t', 'value f/0/t · line 4 · <> · a'],
    ['where the list is still empty', 'f:\n  - t:\n    ‸', 'key f/0 · line 4 · <> · t', 'value f/0/t · line 4 · <>'],
    ['not where other keys stand between', 'f:\n- id: a\ng: 1\n‸', 'key  · line 0 · <> · f g'],
    ['not where the list is indented', 'f:\n  - id: a\n‸', 'key  · line 0 · <> · f'],
  ]);
});

describe('in brackets', () => {
  check([
    ['an empty list', 't: [‸]', 'value t/0 · flow · <>'],
    ['a list that is not closed', 't: [‸', 'value t/0 · flow · <>'],
    ['a key before others', 't: { ‸M: 1 }', 'key t · flow · <M> · colon'],
    ['a key before others, with a space', 't: { ‸ M: 1 }', 'key t · flow · <> · M · comma'],
    ['not before the value', 't: { a: ‸ [1] }'],
    ['not in two words', 't: { id: x, na‸ stage: y }'],
    ['half-typed', 't: [sea‸]', 'value t/0 · flow · <sea>'],
    ['in the middle of a word', 't: [a, se‸arch, b]', 'value t/1 · flow · <search> · a b'],
    ['behind a comma', 't: [a, ‸]', 'value t/1 · flow · <> · a'],
    ['right behind a comma', 't: [a,‸ b]', 'value t/1 · flow · <> · a b · comma'],
    ['before the first', 't: [‸ a]', 'value t/0 · flow · <> · a · comma'],
    ['not behind a complete item', 't: [a ‸]'],
    ['not behind the bracket', 't: [a]‸'],
    ['in quotes', 't: ["se‸a", \'b\']', 'value t/0 · flow · <sea> · b · quoted'],
    ['in an empty mapping', 't: {‸}', 'key t · flow · <>'],
    ['in an empty mapping with spaces', 't: { ‸ }', 'key t · flow · <>'],
    ['a key beside others', 't: { M: 1, ‸, O: 2 }', 'key t · flow · <> · M O'],
    ['a key half-typed', 'f:\n  - { id: x, na‸ }', 'key f/0 · flow · <na> · id'],
    ['a key half-typed, not closed', 'f:\n  - { id: x, na‸\n  - { id: y }', 'key f/0 · flow · <na> · id'],
    ['a key with its colon', 'f:\n  - { i‸d: x, name: y }', 'key f/0 · flow · <id> · name · colon'],
    ['a value', 'f:\n  - { id: x, stage: ‸ }', 'value f/0/stage · flow · <>'],
    ['a value half-typed', 'f:\n  - { id: x, stage: di‸, name: y }', 'value f/0/stage · flow · <di>'],
    ['not behind a complete value', 'f:\n  - { id: x, stage: di ‸}'],
    ['not where the colon is still missing', 'f:\n  - { id ‸ }'],
    ['a list in a mapping', 'f:\n  - { id: x, t: [a, ‸] }', 'value f/0/t/1 · flow · <> · a'],
    ['a mapping in a list', 'f: [{ id: x }, { ‸ }]', 'key f/1 · flow · <>'],
    ['behind a mapping in a list', 'f: [{ id: x }, ‸]', 'value f/1 · flow · <>'],
    ['over several lines', 't: [\n  a, # b, c\n  ‸\n]', 'value t/1 · flow · <> · a'],
    ['at the column of their key they end', 'f:\n  - t: [a,\n    ‸', 'key f/0 · line 4 · <> · t'],
    ['a whole file', '{ kano: 1, features: [{ id: a, st‸ }] }', 'key features/0 · flow · <st> · id'],
    ['a whole file, at the top', '# x\n---\n{ kano: 1, ‸ }', 'key  · flow · <> · kano'],
    ['keys in quotes', 't: { "M":1, \'O\': 2, ‸ }', 'key t · flow · <> · M O'],
    ['texts with colons', 't: [https://x.example/a, ‸]', 'value t/1 · flow · <> · https://x.example/a'],
  ]);
});

describe('nothing', () => {
  check([
    ['in a comment', 'f: # ‸'],
    ['in a comment of its own line', '# ‸'],
    ['right before a comment', 'status: ‸# idea'],
    ['right before a comment of its own line', 'f:\n  - id: a\n    ‸# note'],
    ['in a text over several lines', 'f:\n  - title: |\n      a ‸'],
    ['in an empty line of a text over several lines', 'f:\n  - title: >\n      a\n      ‸\n      b'],
    ['in a quoted text over several lines', 'f: "a\n  b‸"'],
    ['below a value', 'f:\n  - status: idea\n      ‸'],
    ['between columns', 'f:\n  - id: a\n   ‸'],
    ['left of the dashes', 'f:\n    - id: a\n  ‸'],
    ['behind a tab', 'f:\n\t‸'],
    ['behind another word', 'f:\n  - id: a\n    two wo‸'],
    ['behind a value', 'status: idea ‸'],
    ['in an alias', 'tally: *a‸'],
    ['where the value stands below', 'f: ‸\n  - id: a'],
    ['between a key and what belongs to it', 'f:\n  - question:\n    ‸\n      functional: x'],
    ['at the margin within an item', 'f:\n  - id: a\n‸\n    title: b'],
    ['before a dash', 'f:\n  ‸- id: a'],
    ['before brackets', 't: ‸[a]'],
  ]);
});

it('never throws, whatever stands around the cursor', () => {
  const pieces = ['a:', ' ', '\n', '- ', '[', '{', '}', ']', '"', "'", '#', '|', '\t', ',', '&a ', '*a', '? ', '---\n', '\\', '\r\n'];
  let seed = 1;
  const next = (limit: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % limit;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
    const offset = next(text.length + 1);
    for (const { start, end } of cursorContexts(text, offset)) {
      expect(start, JSON.stringify(text)).toBeLessThanOrEqual(offset);
      expect(end, JSON.stringify(text)).toBeGreaterThanOrEqual(offset);
      expect(text.slice(start, end)).not.toContain('\n');
    }
  }
});
