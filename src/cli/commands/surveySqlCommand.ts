import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { productList } from '../../document/product.ts';
import { mapProblems } from '../../survey/answers/mapProblems.ts';
import { cellText, someNames } from '../../survey/answers/shownTexts.ts';
import { readSurveyMap } from '../../survey/answers/surveyMap.ts';
import { answerTable, unquotableNames } from '../../survey/counting/answerTable.ts';
import { countingStatement } from '../../survey/counting/countingStatement.ts';
import type { DialectName } from '../../survey/counting/dialectNames.ts';
import { dialects, withinJinja } from '../../survey/counting/dialects.ts';
import { isUnknownJinja, tableSource } from '../../survey/counting/tableSource.ts';
import { readText } from '../files/readText.ts';
import { type Environment, type ExitCode, exitCode, print, say } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';
import { openTarget } from './importTarget.ts';
import { mapProblemText } from './importText.ts';

export interface SurveySqlOptions {
  readonly map: string;
  readonly dialect: DialectName;
  /** The name of the table, where it is not that of the map. */
  readonly table?: string;
}

/** `kano survey-sql` */
export async function surveySql([path = '']: readonly string[], options: SurveySqlOptions, environment: Environment): Promise<ExitCode> {
  const { product } = await openTarget(path, environment);
  const ids = [...new Set(product.opened.list('features').flatMap(({ value }) => value.id ?? []))];
  const personas = productList(product, 'personas').flatMap(({ item }) => item.value.id ?? []);
  const mapFile = readSurveyMap(options.map, await readText(resolve(environment.currentFolder, options.map), options.map));
  const problems = mapProblems(mapFile, { features: ids, personas, tables: [] });
  if (problems.length > 0) throw new Failure(...problems.map((problem) => mapProblemText(problem, options.map)));
  const reading = answerTable(mapFile.map, ids);
  if ('refused' in reading) throw new Failure(...reading.refused);
  const name = options.table ?? mapFile.map.table.name;
  if (name === undefined)
    throw new Failure(l10n.t('Nothing says which table has the answers. Name it with --table, or in the map: table: { name: … }.'));
  if (isUnknownJinja(name))
    throw new Failure(
      l10n.t('“{name}” is no reference that the command knows. It knows {examples}.', {
        name: cellText(name),
        examples: `{{ ref('table') }}, {{ ref('package', 'table', v=2) }} and {{ source('schema', 'table') }}`,
      }),
    );
  const plain = dialects[options.dialect];
  const source = tableSource(name, options.dialect, plain);
  const dialect = source.isInJinja ? withinJinja(plain) : plain;
  const unquotable = unquotableNames(reading.table, source.isInJinja ? [] : source.names, plain);
  if (unquotable.length > 0)
    throw new Failure(
      l10n.t('{dialect} cannot have these names in quotes, so there is no statement: {names}.', {
        dialect: plain.title,
        names: someNames(unquotable.map((each) => `“${cellText(each)}”`)),
      }),
    );
  print(environment, countingStatement(reading.table, source.sql, dialect));
  if (reading.notAsked.length > 0)
    say(
      environment,
      l10n.t('The map names no columns for {features}, so the statement leaves them out.', { features: someNames(reading.notAsked) }),
    );
  if (mapFile.map.drop.length > 0)
    say(
      environment,
      l10n.t(
        'The map leaves out respondents under “drop”. The statement counts them: leave them out by a view, as docs/warehouse.md shows.',
      ),
    );
  return exitCode.fine;
}
