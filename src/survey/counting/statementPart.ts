import type { AnswerTable } from './answerTable.ts';
import { answerColumns } from './countsFormat.ts';
import type { Dialect } from './dialects.ts';

/** A subquery. Its name is none that a table has: some engines would take the one for the other. */
export interface Part {
  readonly name: string;
  readonly lines: readonly string[];
}

/** The columns that tell groups of respondents apart, beside the feature. */
export function labelsOf({ survey, persona }: AnswerTable): readonly { readonly name: string; readonly column: string }[] {
  return [
    ...(survey === undefined ? [] : [{ name: 'survey', column: survey }]),
    ...(persona === undefined ? [] : [{ name: 'persona', column: persona }]),
  ];
}

/** The questions that the table has answers to. */
export function kindsOf({ shape }: AnswerTable): readonly (typeof answerColumns)[number][] {
  const asked = shape.kind === 'by feature' ? [shape.columns] : shape.features;
  return answerColumns.filter((kind) => asked.some((feature) => feature[kind] !== undefined));
}

/** The columns of labels and answers, as they are in the table. */
export function texts(table: AnswerTable): readonly string[] {
  return [...labelsOf(table).map(({ name }) => name), ...kindsOf(table)].map((name) => `${name}_text`);
}

/** A text without white space before and after it; nothing where it is absent. */
export function clean(expression: string, { trimmed }: Dialect): string {
  return `COALESCE(${trimmed(expression)}, '')`;
}

/** Texts without white space before and after them, separated by commas. */
export function list(values: readonly string[], { text }: Dialect): string {
  return [...new Set(values.map((value) => value.trim()))].map(text).join(', ');
}
