import { script, styles } from 'kano:questionnaire-page';
import { createHash } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { csvText } from '../../base/csv.ts';
import { separateProducts } from '../../report/analysedFile.ts';
import { manyFeatures, type Questionnaire, questionCount, questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { htmlMark, questionnaireHtml } from '../../survey/questionnaire/questionnaireHtml.ts';
import { markdownMark, questionnaireMarkdown } from '../../survey/questionnaire/questionnaireMarkdown.ts';
import { questionnaireRows } from '../../survey/questionnaire/questionnaireRows.ts';
import { undecided } from '../../survey/questionnaire/undecided.ts';
import { type QuestionnaireFormat, type QuestionScope, questionColumns } from '../../survey/surveyFormat.ts';
import { count } from '../../terms/numbers.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { type ReadOptions, readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface QuestionnaireCommandOptions extends ReadOptions {
  readonly output?: string;
  /** Default: by the ending of the output, else Markdown. */
  readonly format?: QuestionnaireFormat;
  readonly importance?: boolean;
  /** Whether only what is not decided is asked about. */
  readonly ask?: QuestionScope;
}

/** `kano questionnaire` */
export async function questionnaire(
  paths: readonly string[],
  options: QuestionnaireCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const target = await findOutput(options.output, environment.currentFolder);
  const products = separateProducts(await readFiles(paths, options, environment));
  const [only] = products;
  if (only === undefined || products.length > 1)
    throw new Failure(
      l10n.t('A questionnaire asks about one product, but {count} were given. Name the file of one.', { count: count(products.length) }),
    );
  const { importance = false, ask } = options;
  const asked = questionnaireOf(only.product, only.path.replace(/^.*\//, ''), {
    importance,
    ...(ask === 'undecided' && { choose: (open) => undecided(open, only.analysis) }),
  });
  const { features } = asked;
  if (features.length === 0) {
    // Errors in the file may be the reason.
    reportErrors(products, environment);
    if (ask === 'undecided')
      throw new Failure(
        l10n.t(
          '{path} has no open feature that more answers would decide: each has a clear category, or there is none. Leave out --ask to ask about all.',
          {
            path: only.path,
          },
        ),
      );
    throw new Failure(l10n.t('{path} has no open feature to ask about: it has none, or all are shipped or rejected.', { path: only.path }));
  }
  const text = questionnaireText(asked, options.format ?? formatOf(options.output));
  if (target === undefined) print(environment, text);
  else await writeOwn(target, { text, command: 'kano questionnaire', isOwn: isQuestionnaire }, environment);
  if (features.length > manyFeatures) say(environment, longQuestionnaire(asked));
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

/** Whether this command wrote a text, in any format: then it may be overwritten. The marks count only where it puts them, for others may quote them. */
function isQuestionnaire(text: string): boolean {
  const [heading = '', blank, mark = ''] = text.split('\n', 3);
  if (heading.startsWith('# ') && blank === '' && mark.startsWith(markdownMark)) return true;
  const head = text.slice(0, 2000);
  return head.startsWith('<!doctype html>') && head.includes(`\n${htmlMark}\n`) ? true : head.startsWith(`${questionColumns.join(',')},`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
