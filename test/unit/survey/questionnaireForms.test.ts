import { runInNewContext } from 'node:vm';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/base/csv.ts';
import { remarks } from '../../../src/survey/answers/importRemarks.ts';
import { readSurvey } from '../../../src/survey/answers/readSurvey.ts';
import { noSurveyMap } from '../../../src/survey/answers/surveyMap.ts';
import { tableOfBytes } from '../../../src/survey/answers/tableOfBytes.ts';
import { googleScript } from '../../../src/survey/questionnaire/forms/googleScript.ts';
import { limeSurveyTable } from '../../../src/survey/questionnaire/forms/limeSurveyTable.ts';
import { qualtricsText } from '../../../src/survey/questionnaire/forms/qualtricsText.ts';
import { isXlsForm, xlsForm, xlsFormSheets } from '../../../src/survey/questionnaire/forms/xlsForm.ts';
import { answerKeys } from '../../../src/terms/languages/languageRecord.ts';
import { inLanguage } from '../terms/speak.ts';
import { questionnaireFrom } from './askedProduct.ts';

const hostile = [
  '`;globalThis.ran=1//',
  '"</script><script>ran=1</script>',
  "'); ran = 1; ('",
  '$'.concat('{pay_functional} $& ', '$', '{q://QID1}'),
  '[[Question:MC]] [[[PageBreak]]]',
  'a\tb "c" {TOKEN:EMAIL} {1+1}',
  '=1+1 <b>x</b> &amp; \u2028 end',
];
const features = [
  {
    id: '2fa',
    title: 'Second factor',
    description: 'A code by text message.',
    question: { functional: 'With a code?', dysfunctional: 'Only a password?' },
  },
  { id: 'voice-search', title: 'Voice search' },
  ...hostile.map((title, index) => ({ id: `h${index}`, title, description: title })),
];
const personas = [
  { id: 'member', name: 'Member', description: 'Has an account' },
  { id: 'guest', name: 'Guest $&{x} [[y]]' },
];
const questionnaire = () => questionnaireFrom({ product: 'Shop & {more}', features, personas }, { importance: true });

/** One person for each pair of answers, invented: who answers with `row` to what is there, and with `column` to what is not. */
const people = answerKeys.flatMap((_, row) => answerKeys.map((_, column) => ({ row, column })));
const tallyOfPeople = answerKeys.map(() => answerKeys.map(() => 1));

/** What `kano import` counts in an export whose columns of features have these headings, the functional one first; answers are cells. */
async function imported(headings: readonly (readonly string[])[], cells: readonly string[]): Promise<readonly unknown[]> {
  const rows = people.map(({ row, column }) => headings.flatMap(() => [cells[row] ?? '', cells[column] ?? '']));
  const text = csvText([['Timestamp', ...headings.flat()], ...rows.map((row, index) => [`2026-10-01 09:${index}`, ...row])]);
  const table = await tableOfBytes('export.csv', new TextEncoder().encode(text), {});
  const { tallies } = readSurvey([table], { features, personas: [], map: noSurveyMap });
  return tallies.map(({ feature, groups }) => [feature, groups[0]?.answers]);
}
const everyFeature = features.map(({ id }) => [id, tallyOfPeople]);

describe('the script for Google Forms', () => {
  it.each(['en', 'zh-cn'] as const)('makes every question in %s, and its export needs no map', async (language) => {
    const items = madeByGoogle(inLanguage(language, () => googleScript(questionnaire())));
    const asked = inLanguage(language, questionnaire);
    expect(items.filter(({ kind }) => kind === 'PageBreakItem').map(({ Title }) => Title)).toEqual(
      asked.features.map(({ title }) => title),
    );
    const choices = items.filter(({ kind }) => kind === 'MultipleChoiceItem');
    expect(choices[0]).toMatchObject({ Title: asked.persona?.text, ChoiceValues: personas.map(({ name }) => name) });
    const scales = items.filter(({ kind }) => kind === 'ScaleItem');
    expect(scales.map(({ Title, Bounds }) => [Title, Bounds])).toEqual(asked.features.map(({ questions }) => [questions[2]?.text, [1, 9]]));
    const titles = choices.slice(1).map(({ Title }) => String(Title));
    const pairs = asked.features.map((_, index) => titles.slice(index * 2, index * 2 + 2));
    expect(await imported(pairs, choices[1]?.ChoiceValues as string[])).toEqual(everyFeature);
  });
});

it.each(['en', 'zh-cn'] as const)('our own question for the persona is known in an export in %s', async (language) => {
  const question = inLanguage(language, questionnaire).persona?.text ?? '';
  const text = csvText([
    [question, '2fa_functional', '2fa_dysfunctional'],
    ['Member', 'like', 'dislike'],
  ]);
  const table = await tableOfBytes('export.csv', new TextEncoder().encode(text), {});
  const said = remarks(readSurvey([table], { features, personas, map: noSurveyMap }));
  expect(said.join('\n')).toContain(`Column “${question}” is not used. With --persona-column every persona gets a tally of its own.`);
});

describe('the XLSForm', () => {
  it('keeps to the rules of names, types and choices, and refers to no answer by accident', () => {
    const { survey, choices, settings } = xlsFormSheets(questionnaire());
    const [heading, ...rows] = survey;
    expect(heading).toEqual(['type', 'name', 'label', 'hint', 'appearance', 'parameters']);
    const names = rows.map(([, name = '']) => name).filter((name) => name !== '');
    expect(new Set(names).size).toBe(names.length);
    for (const name of [...names, ...choices.slice(1).map(([, choice = '']) => choice)]) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/);
    const lists = new Set(choices.slice(1).map(([list]) => list));
    for (const [type = ''] of rows) {
      expect(['note', 'range', 'begin_group', 'end_group', 'select_one']).toContain(type.split(' ')[0]);
      if (type.startsWith('select_one')) expect([...lists]).toContain(type.split(' ')[1]);
    }
    let depth = 0;
    for (const [type] of rows) {
      depth += type === 'begin_group' ? 1 : type === 'end_group' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(JSON.stringify(survey)).not.toContain('${');
    expect(settings[1]?.[1]).toMatch(/^kano-questionnaire-[a-z-]+$/);
  });

  it.each([
    ['without groups', (name: string) => name],
    ['of KoboToolbox with groups', (name: string, index: number) => `feature_${index + 1}/${name}`],
    ['of ODK Central', (name: string, index: number) => `feature_${index + 1}-${name}`],
  ])('comes back in an export %s', async (_, heading) => {
    const { survey } = xlsFormSheets(questionnaire());
    const names = survey.filter(([type]) => type === 'select_one answers').map(([, name = '']) => name);
    const pairs = features.map((_, index) => names.slice(index * 2, index * 2 + 2).map((name) => heading(name, index)));
    expect(await imported(pairs, answerKeys)).toEqual(everyFeature);
  });

  it('is a workbook with the same bytes each time, by which it is known again', async () => {
    const bytes = await xlsForm(questionnaire());
    expect(Buffer.from(await xlsForm(questionnaire())).equals(Buffer.from(bytes))).toBe(true);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['survey', 'choices', 'settings']);
    expect(sheets[0]?.rows.some((row) => row.includes('_2fa_functional'))).toBe(true);
    expect(await isXlsForm(bytes)).toBe(true);
    expect(await isXlsForm(new TextEncoder().encode('form_id,kano-questionnaire'))).toBe(false);
  });
});

describe('the text for Qualtrics', () => {
  it('has no tags but its own, and its questions come back', async () => {
    const text = qualtricsText(questionnaire());
    const tags = text.match(/\[\[.*?\]\]/g) ?? [];
    const known =
      /^\[\[(?:AdvancedFormat|Block:kano questionnaire|PageBreak|AdvancedChoices|Question:DB|Question:MC:SingleAnswer:(?:Vertical|Horizontal)|ID:[\w.-]+|Choice:[1-9])\]\]$/;
    expect(tags.filter((tag) => !known.test(tag))).toEqual([]);
    expect(tags.filter((tag) => tag === '[[PageBreak]]')).toHaveLength(features.length);
    expect(text).not.toMatch(/\$\{|<(?!br>)/);
    const questions = [
      ...text.matchAll(/\[\[ID:(\S+)_(?:dys)?functional\]\]\n(.*)\n\[\[AdvancedChoices\]\]\n((?:\[\[Choice:\d\]\]\n.*\n)+)/g),
    ];
    expect(questions).toHaveLength(features.length * 2);
    const pairs = features.map((_, index) => questions.slice(index * 2, index * 2 + 2).map(([, , question = '']) => question));
    const choices = questions[0]?.[3]?.split(/\[\[Choice:\d\]\]\n/).map((choice) => choice.trim());
    expect(await imported(pairs.slice(0, 2), choices?.slice(1) ?? [])).toEqual(everyFeature.slice(0, 2));
    // By their tags too, where the export has only these.
    const tagged = features.map(({ id }) => [`${id}_functional`, `${id}_dysfunctional`]);
    expect(await imported(tagged, choices?.slice(1) ?? [])).toEqual(everyFeature);
  });
});

describe('the table for LimeSurvey', () => {
  it('has a row for each group, question and answer, codes that LimeSurvey takes, and no expression', async () => {
    const [heading, ...lines] = limeSurveyTable(questionnaire()).replace(/\n$/, '').split('\n');
    expect(heading).toBe('\ufeffclass\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tmandatory');
    const rows = lines.map((line) => line.split('\t'));
    expect(rows.filter((row) => row.length !== 8)).toEqual([]);
    expect(JSON.stringify(rows)).not.toMatch(/[{}]/);
    const questions = rows.filter(([kind]) => kind === 'Q');
    for (const [, , code] of questions) expect(code).toMatch(/^[A-Za-z][A-Za-z0-9]{0,19}$/);
    expect(new Set(questions.map(([, , code]) => code)).size).toBe(1 + features.length * 3);
    expect(rows.filter(([kind]) => kind === 'G')).toHaveLength(1 + features.length);
    const asked = questions.filter(([, , code]) => /[FD]$/.test(code ?? '')).map(([, , code, , text]) => `${code}. ${text}`);
    const pairs = features.map((_, index) => asked.slice(index * 2, index * 2 + 2));
    expect(await imported(pairs.slice(0, 2), ['A1', 'A2', 'A3', 'A4', 'A5'])).toEqual(everyFeature.slice(0, 2));
  });
});

type Item = Record<string, unknown> & { readonly kind: string };

/** Runs a script and gives what it adds to the form, with what it sets: `setTitle('A')` becomes `Title: 'A'`. */
function madeByGoogle(script: string): readonly Item[] {
  const items: Item[] = [];
  const recorded = (item: Item): unknown =>
    new Proxy(item, {
      get:
        (_, method: string) =>
        (...given: unknown[]) => {
          if (method.startsWith('add')) {
            items.push({ kind: method.slice(3) });
            return recorded(items.at(-1) as Item);
          }
          if (method.startsWith('set')) item[method.slice(3)] = given.length > 1 ? given : given[0];
          return recorded(item);
        },
    });
  const scope = { FormApp: { create: () => recorded({ kind: 'Form' }) }, Logger: { log: () => {} } };
  runInNewContext(`${script}\ncreateQuestionnaire();`, scope);
  expect('ran' in scope).toBe(false);
  return items;
}

describe('what the five answers mean', () => {
  it.each([
    ['google-script', googleScript],
    ['qualtrics', qualtricsText],
    ['limesurvey', limeSurveyTable],
    ['xlsform', (asked: ReturnType<typeof questionnaire>) => JSON.stringify(xlsFormSheets(asked).survey)],
  ])('is in the form, and that they are not marks: %s', (_, form) => {
    const text = form(questionnaire());
    expect(text).toContain('They are not marks from good to bad: each says something different.');
    expect(text).toContain('You expect it and take it for granted.');
  });
});
