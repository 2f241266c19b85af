import { script, styles } from 'kano:questionnaire-page';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import { csvText } from '../../base/csv.ts';
import { manyFeatures, type Questionnaire, questionCount, questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { htmlMark, questionnaireHtml } from '../../survey/questionnaire/questionnaireHtml.ts';
import { markdownMark, questionnaireMarkdown } from '../../survey/questionnaire/questionnaireMarkdown.ts';
import { questionnaireRows } from '../../survey/questionnaire/questionnaireRows.ts';
import { type QuestionnaireFormat, questionColumns } from '../../survey/surveyFormat.ts';
import { count } from '../../terms/numbers.ts';
import { findOutput, type Output, standardOutput } from '../files/findOutput.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Environment } from '../terminal/environment.ts';
import type { ExitCode } from '../terminal/exitCode.ts';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { writeStream } from '../terminal/writeStream.ts';
import { separateProducts } from './separateProducts.ts';

export interface QuestionnaireCommandOptions extends ReadOptions {
  readonly output?: string;
  /** Default: by the ending of the output, else Markdown. */
  readonly format?: QuestionnaireFormat;
  readonly importance?: boolean;
}

/** `kano questionnaire` */
export async function questionnaire(
  paths: readonly string[],
  options: QuestionnaireCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const output = options.output === standardOutput ? undefined : options.output;
  const target = output === undefined ? undefined : await findOutput(output, environment.currentFolder);
  const products = separateProducts(await readFiles(paths, options, environment));
  const [only] = products;
  if (only === undefined || products.length > 1) throw new Failure({ kind: 'questionnaire-needs-one-product', products: products.length });
  const asked = questionnaireOf(only.product, only.path.replace(/^.*\//, ''), options);
  const { features } = asked;
  if (features.length === 0) {
    // Errors in the file may be the reason.
    reportErrors(products, environment);
    throw new Failure({ kind: 'nothing-to-ask', path: only.path });
  }
  const text = questionnaireText(asked, options.format ?? formatOf(options.output));
  if (target === undefined) environment.output.write(text);
  else if (target.kind === 'stream') await writeStream(target, text);
  else {
    await refuseOther(target);
    await writeWhole(target, text);
  }
  if (features.length > manyFeatures) environment.errors.write(`kano: ${longQuestionnaire(asked)}\n`);
  return reportErrors(products, environment);
}

function formatOf(path = ''): QuestionnaireFormat {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.csv$/i.test(path) ? 'csv' : 'markdown';
}

function longQuestionnaire({ features, minutes }: Questionnaire): string {
  return l10n.t(
    'These are {features} features, so {questions} questions and about {minutes} minutes. Many people stop before the end of a long questionnaire: ask about fewer features at a time, or give groups of people different ones.',
    { features: count(features.length), questions: count(questionCount(features)), minutes: count(minutes) },
  );
}

function questionnaireText(questionnaire: Questionnaire, format: QuestionnaireFormat): string {
  switch (format) {
    case 'markdown':
      return questionnaireMarkdown(questionnaire);
    case 'html':
      return questionnaireHtml(questionnaire, { script, scriptHash: sha256(script), styles, stylesHash: sha256(styles) });
    case 'csv':
      return csvText(questionnaireRows(questionnaire));
  }
}

/** Whether this command wrote the text, in any format: then it may be overwritten. */
function isQuestionnaire(text: string): boolean {
  return text.includes(`\n${markdownMark}`) || text.includes(htmlMark) || text.startsWith(`${questionColumns.join(',')},`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** Refuses to overwrite a file that this command did not write. */
async function refuseOther({ location, path }: Output): Promise<void> {
  try {
    const written = await readFile(location, 'utf8');
    if (written.trim() !== '' && !isQuestionnaire(written)) throw new Failure({ kind: 'not-a-questionnaire', path });
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (!hasCode(error, 'ENOENT')) throw new Failure({ kind: 'unreadable', path, reason: systemReason(error) });
  }
}
