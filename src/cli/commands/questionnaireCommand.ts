import * as l10n from '@vscode/l10n';
import { separateProducts } from '../../report/analysedFile.ts';
import { lengthAdvice, type Questionnaire, questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { type Delivery, isMailAddress } from '../../survey/questionnaire/questionnaireForm.ts';
import { isQuestionnaire, questionnaireText } from '../../survey/questionnaire/questionnaireText.ts';
import { undecided } from '../../survey/questionnaire/undecided.ts';
import type { QuestionnaireFormat, QuestionScope } from '../../survey/surveyFormat.ts';
import { count } from '../../terms/numbers.ts';
import type { ReadOptions } from '../files/includedFiles.ts';
import { findOutput, isForFile, type Output, writeOwn, writeOwnBytes } from '../files/output.ts';
import { readFiles, reportErrors } from '../files/readFiles.ts';
import { type Environment, type ExitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

export interface QuestionnaireCommandOptions extends ReadOptions {
  readonly output?: string;
  /** Default: by the ending of the output, else Markdown. */
  readonly format?: QuestionnaireFormat;
  readonly importance?: boolean;
  /** Whether only what is not decided is asked about. */
  readonly ask?: QuestionScope;
  /** The e-mail address that the page offers to send answers to. */
  readonly to?: string;
  /** The address that the page sends answers to. */
  readonly post?: string;
}

/** `kano questionnaire` */
export async function questionnaire(
  paths: readonly string[],
  options: QuestionnaireCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const target = await findOutput(options.output, environment.currentFolder);
  const format = options.format ?? formatOf(options.output);
  const delivery = deliveryOf(options, format);
  // A terminal and a log get no tabs, and no bytes.
  if ((format === 'xlsform' || format === 'limesurvey') && target === undefined)
    throw new Failure(isForFile(format, format === 'xlsform' ? 'survey.xlsx' : 'survey.txt'));
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
  await write(asked, { format, delivery, target }, environment);
  const advice = lengthAdvice(asked);
  if (advice !== undefined) say(environment, advice);
  return reportErrors(products, environment);
}

function formatOf(path = ''): QuestionnaireFormat {
  if (/\.html?$/i.test(path)) return 'html';
  // Scripts of Google Apps Script have both endings.
  if (/\.(?:gs|js)$/i.test(path)) return 'google-script';
  if (/\.xlsx$/i.test(path)) return 'xlsform';
  return /\.csv$/i.test(path) ? 'csv' : 'markdown';
}

/** @throws for addresses that could not work, or that no page would use */
function deliveryOf({ to, post }: QuestionnaireCommandOptions, format: QuestionnaireFormat): Delivery {
  if (to === undefined && post === undefined) return {};
  if (format !== 'html')
    throw new Failure(l10n.t('--to and --post are for the page. Add “--format html”, or name a file that ends in .html after -o.'));
  if (to !== undefined && !isMailAddress(to))
    throw new Failure(l10n.t('“{address}” is not an e-mail address. Write it after --to as name@example.org.', { address: to }));
  return { ...(to !== undefined && { to }), ...(post !== undefined && { post: endpoint(post) }) };
}

/** Answers go over a connection that nobody else reads, or stay on the machine. */
function endpoint(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || isLocal) && url.username === '' && url.password === '') return url;
  throw new Failure(
    l10n.t('“{address}” cannot receive answers. Write an address after --post that begins with https:// and has no password in it.', {
      address,
    }),
  );
}

interface Written {
  readonly format: QuestionnaireFormat;
  readonly delivery: Delivery;
  readonly target: Output | undefined;
}

async function write(asked: Questionnaire, { format, delivery, target }: Written, environment: Environment): Promise<void> {
  const command = 'kano questionnaire';
  if (format === 'xlsform') {
    if (!target) return;
    // Loaded only here: it brings the writer of workbooks.
    const { isXlsForm, xlsForm } = await import('../../survey/questionnaire/forms/xlsForm.ts');
    return writeOwnBytes(target, { bytes: await xlsForm(asked), command, isOwn: isXlsForm }, environment);
  }
  const text = questionnaireText(asked, format, delivery);
  if (target === undefined) print(environment, text);
  else await writeOwn(target, { text, command, isOwn: isQuestionnaire }, environment);
}
