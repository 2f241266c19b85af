import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { answerText } from '../../../terms/labels.ts';
import { locale } from '../../../terms/language.ts';
import { answerKeys } from '../../../terms/languages/languageRecord.ts';
import { formColumn, formGroup, importanceScale } from '../../surveyFormat.ts';
import {
  type AskedFeature,
  answersExplained,
  importanceEnds,
  introduction,
  type Questionnaire,
  questionnaireTitle,
} from '../questionnaire.ts';

/** Begins the id of every form that this command wrote, in the sheet `settings`. */
const formIdMark = 'kano-questionnaire';

type Row = readonly string[];

/**
 * The questionnaire as an XLSForm (https://xlsform.org): an XLSX workbook with the sheets `survey`, `choices` and `settings`, for KoboToolbox, ODK and
 * others. Questions have the names of the columns that `kano import` reads, as far as XML allows, and the values are those of that column.
 * The same questionnaire gives the same bytes.
 */
export async function xlsForm(questionnaire: Questionnaire): Promise<Uint8Array> {
  const sheets = xlsFormSheets(questionnaire);
  // Without a fixed time the bytes would differ each time.
  const made = new Date(0);
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
    properties: { created: made, modified: made },
  });
}

/** Whether a file is an XLSForm that this command wrote. */
export async function isXlsForm(bytes: Uint8Array): Promise<boolean> {
  try {
    const { sheets } = await readXlsx(bytes);
    const settings = sheets.find(({ name }) => name === 'settings')?.rows;
    const column = settings?.[0]?.indexOf('form_id') ?? -1;
    return String(settings?.[1]?.[column] ?? '').startsWith(formIdMark);
  } catch {
    return false;
  }
}

/** The rows of each sheet, with their headings. */
export function xlsFormSheets(questionnaire: Questionnaire): Readonly<Record<'survey' | 'choices' | 'settings', readonly Row[]>> {
  const { product, persona, features } = questionnaire;
  return {
    survey: [
      ['type', 'name', 'label', 'hint', 'appearance', 'parameters'],
      ['note', 'introduction', safe([...introduction(questionnaire), answersExplained().join('\n')].join('\n\n')), '', '', ''],
      ...(persona ? [['select_one personas', persona.column, safe(persona.text), '', '', '']] : []),
      ...features.flatMap(featureRows),
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ...(persona?.choices.map(({ id, name }) => ['personas', id, safe(name)]) ?? []),
      ...answerKeys.map((answer) => ['answers', answer, answerText(answer)]),
    ],
    settings: [
      ['form_title', 'form_id', 'default_language', 'style'],
      [safe(questionnaireTitle(product)), formId(product), locale(), 'pages'],
    ],
  };
}

function featureRows({ title, description, questions }: AskedFeature, index: number): readonly Row[] {
  const group = formGroup(index);
  const { lowest, highest } = importanceEnds();
  const [from, to] = [importanceScale[0], importanceScale.at(-1)];
  return [
    ['begin_group', group, safe(title), '', 'field-list', ''],
    ...(description === undefined ? [] : [['note', `about_${group}`, safe(description), '', '', '']]),
    ...questions.map(({ kind, column, text }) =>
      kind === 'importance'
        ? ['range', formColumn(column), safe(text), `${lowest}, ${highest}`, '', `start=${from} end=${to} step=1`]
        : ['select_one answers', formColumn(column), safe(text), '', '', ''],
    ),
    ['end_group', '', '', '', '', ''],
  ];
}

/** Letters and digits that every server takes; the title says the rest. */
function formId(product: string): string {
  const words = product.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [formIdMark, ...words].join('-').slice(0, 64);
}

/** `${name}` would be the answer to another question. */
function safe(text: string): string {
  return text.replaceAll('${', '$ {');
}
