import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import type { Language } from '../../../src/terms/language.ts';

// An invented language takes the place of Chinese: only the record differs. Tests share their modules, so these get modules of their own.
vi.resetModules();
vi.doMock('../../../src/terms/languages/zh-cn.ts', async () => {
  const { en } = await vi.importActual<typeof import('../../../src/terms/languages/en.ts')>('../../../src/terms/languages/en.ts');
  const answer = (text: string) => ({ label: text, text });
  return {
    zhCn: {
      ...en,
      tag: 'xx',
      serves: /^xx\b/,
      locale: 'de',
      listLocale: 'fr',
      listSeparator: ' / ',
      noteSeparator: ' // ',
      percent: (number: string) => `%${number}`,
      answers: {
        like: answer('blib'),
        'must-be': answer('blob'),
        neutral: answer('blub'),
        'live-with': answer('blab'),
        dislike: answer('bleb'),
      },
      noAnswer: ['nix'],
      questions: {
        functional: { template: 'Plim {title} plam?', headers: ['plim'] },
        dysfunctional: { template: 'Plim {title} plom?', headers: ['plom'] },
        importance: { template: 'Plum {title}?', headers: ['plum'] },
      },
      columns: { persona: ['wer'], respondent: ['nummer'], wave: [], weight: [], otherNumbers: [] },
    },
  };
});

const { answerReader } = await import('../../../src/survey/answers/cellReaders.ts');
const { matchColumns } = await import('../../../src/survey/answers/matchColumns.ts');
const { noSurveyMap } = await import('../../../src/survey/answers/surveyMap.ts');
const { answerText } = await import('../../../src/terms/labels.ts');
const { languageFor, languages, locale, useLanguage } = await import('../../../src/terms/language.ts');
const { itemList, nameList, pValue, share } = await import('../../../src/terms/numbers.ts');
vi.doUnmock('../../../src/terms/languages/zh-cn.ts');
vi.resetModules();

const invented = 'xx' as Language;

it('a third language is its record: it is chosen, and numbers, lists and surveys follow it', () => {
  expect(languages).toEqual(['en', 'xx']);
  expect(languageFor('xx-YY')).toBe('xx');
  useLanguage(invented, {});
  try {
    expect(locale()).toBe('de');
    expect([share(0.5), pValue(0.5), itemList(['a', 'b']), nameList(['a', 'b']), answerText('like')]).toEqual([
      '%50',
      'p = 0,500',
      'a / b',
      'a et b',
      'blib',
    ]);
  } finally {
    useLanguage('en');
  }
});

it('exports in a third language are read in any language', () => {
  expect(['blib', 'BLOB!!', 'bleb', 'nix'].map(answerReader())).toEqual([0, 1, 4, null]);
  const headers = ['Nummer', 'Plim Voice search plam?', 'a_plom', 'plum: Voice search'];
  const columns = headers.map((text, index) => ({ index, texts: [text] }));
  const { meanings } = matchColumns(columns, [{ id: 'a', title: 'Voice search' }], { map: noSurveyMap });
  expect(meanings.map((meaning) => (meaning.kind === 'question' ? meaning.question.kind : meaning.kind))).toEqual([
    'respondent',
    'functional',
    'dysfunctional',
    'importance',
  ]);
});

it('no other source file knows a language: only the list, examples in help texts, and the wordings of surveys name one', () => {
  const source = fileURLToPath(new URL('../../../src/', import.meta.url));
  const naming = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => {
    if (!/\.(?:ts|css)$/.test(file) || file.startsWith('survey/answers/wordings/')) return false;
    const text = readFileSync(source + file, 'utf8').replaceAll('--lang zh-cn', '');
    return /\p{Script=Han}|zh-?cn|'zh/iu.test(text);
  });
  expect(naming.sort()).toEqual(['terms/language.ts', 'terms/languages/zh-cn.ts']);
});
