import { readFile } from 'node:fs/promises';
import { manyFeatures, questionCount, questionnaireOf } from '../../survey/questionnaire/questionnaire.ts';
import { longQuestionnaire } from '../../wording/questionnaireWording.ts';
import { findOutput, type Output, standardOutput } from '../files/findOutput.ts';
import { type ReadOptions, readFiles } from '../files/readFiles.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Environment } from '../terminal/environment.ts';
import type { ExitCode } from '../terminal/exitCode.ts';
import { Failure, hasCode, systemReason } from '../terminal/failure.ts';
import { reportErrors } from '../terminal/reportErrors.ts';
import { writeStream } from '../terminal/writeStream.ts';
import type { QuestionnaireFormat } from './questionnaireFormats.ts';
import { isQuestionnaire, questionnaireText } from './questionnaireText.ts';
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
  const { features, minutes } = asked;
  if (features.length === 0) {
    // What is wrong in the file may be why there is nothing.
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
  if (features.length > manyFeatures)
    environment.errors.write(`kano: ${longQuestionnaire(features.length, questionCount(features), minutes)}\n`);
  return reportErrors(products, environment);
}

function formatOf(path = ''): QuestionnaireFormat {
  if (/\.html?$/i.test(path)) return 'html';
  return /\.csv$/i.test(path) ? 'csv' : 'markdown';
}

/** Writes over nothing that was not written by this command. */
async function refuseOther({ location, path }: Output): Promise<void> {
  try {
    const written = await readFile(location, 'utf8');
    if (written.trim() !== '' && !isQuestionnaire(written)) throw new Failure({ kind: 'not-a-questionnaire', path });
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (!hasCode(error, 'ENOENT')) throw new Failure({ kind: 'unreadable', path, reason: systemReason(error) });
  }
}
