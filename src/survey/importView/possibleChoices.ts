import { columnsNamed, type SurveyTable, surveyColumns } from '../answers/surveyTable.ts';
import type { ImportChoices } from './importChoices.ts';

/** What choices can be about. */
interface Known {
  readonly tables: readonly SurveyTable[];
  readonly features: readonly (string | undefined)[];
  readonly personas: readonly (string | undefined)[];
  readonly surveys: readonly (string | undefined)[];
}

/**
 * The choices without those about a column, a feature, a persona or a survey that is no longer there. A filter stays: without it more rows would count
 * than the reader chose.
 */
export function possibleChoices(choices: ImportChoices, { tables, features, personas, surveys }: Known): ImportChoices {
  const columns = tables.map(surveyColumns);
  const isThere = (name: string) => columns.some((each) => columnsNamed(each, name).length > 0);
  const { survey, ...others } = choices;
  return {
    ...others,
    ...(survey && (survey.kind !== 'known' || surveys.includes(survey.id)) && { survey }),
    columns: Object.fromEntries(
      Object.entries(choices.columns).filter(
        ([name, choice]) => choice.kind === 'filter' || (isThere(name) && (!('feature' in choice) || features.includes(choice.feature))),
      ),
    ),
    personas: Object.fromEntries(
      Object.entries(choices.personas).filter(([, choice]) => choice.kind !== 'persona' || personas.includes(choice.id)),
    ),
  };
}
