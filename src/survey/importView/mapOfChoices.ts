import { type AnswerKey, answerKeys, type QuestionKind, questionKinds } from '../../terms/languages/languageRecord.ts';
import type { SurveyMap } from '../answers/surveyMap.ts';
import { columnsNamed, type SurveyTable, surveyColumns } from '../answers/surveyTable.ts';
import type { ImportChoices } from './importChoices.ts';
import type { NewPersona } from './newPersonas.ts';

/** A survey map with what the reader chose on top: choices come before what the map says. */
export function mapOfChoices(
  map: SurveyMap,
  choices: ImportChoices,
  { tables, newPersonas }: { readonly tables: readonly SurveyTable[]; readonly newPersonas: ReadonlyMap<string, NewPersona> },
): SurveyMap {
  const columnsOf = (name: string) =>
    tables.flatMap((table) => columnsNamed(surveyColumns(table), name).map(({ index }) => `${table.path}\n${index}`));
  const chosen = Object.entries(choices.columns);
  const taken = new Set(chosen.flatMap(([name]) => columnsOf(name)));
  const isFree = (name: string) => !columnsOf(name).some((column) => taken.has(column));
  const named = (kind: 'persona' | 'respondent') => chosen.find(([, choice]) => choice.kind === kind)?.[0];
  const [persona, respondent] = [named('persona'), named('respondent')];
  const { column: personaColumn, ...personas } = map.personas;
  const { column: respondentColumn, duplicates, ...respondents } = map.respondents;
  const [personaName, respondentName] = [persona ?? freeName(personaColumn, isFree), respondent ?? freeName(respondentColumn, isFree)];
  const kept = choices.duplicates ?? duplicates;
  const importance = choices.importance ?? map.importance;
  return {
    names: map.names,
    columns: columnsChosen(map, choices, isFree),
    stems: stemsChosen(map, choices),
    answers: answersChosen(map, choices),
    ...(importance && { importance }),
    personas: {
      ...personas,
      ...(personaName !== undefined && { column: personaName }),
      ...personasChosen(map, choices, newPersonas),
    },
    respondents: {
      ...respondents,
      ...(respondentName !== undefined && { column: respondentName }),
      ...(kept !== undefined && { duplicates: kept }),
    },
    where: new Map([
      ...[...map.where].filter(([name]) => isFree(name)),
      ...chosen.flatMap(([name, choice]) => (choice.kind === 'filter' && choice.values.length > 0 ? [[name, choice.values] as const] : [])),
    ]),
    drop: choices.drop ?? map.drop,
    leaveOut: [...map.leaveOut.filter(isFree), ...chosen.flatMap(([name, { kind }]) => (kind === 'leave-out' ? [name] : []))],
    table: map.table,
  };
}

function freeName(name: string | undefined, isFree: (name: string) => boolean): string | undefined {
  return name === undefined || isFree(name) ? name : undefined;
}

function columnsChosen(map: SurveyMap, { columns }: ImportChoices, isFree: (name: string) => boolean): SurveyMap['columns'] {
  const found = new Map<string, Partial<Record<QuestionKind, string>>>();
  const add = (feature: string, kind: QuestionKind, name: string) => found.set(feature, { ...found.get(feature), [kind]: name });
  for (const [feature, questions] of map.columns) {
    for (const kind of questionKinds) {
      const name = questions[kind];
      if (name !== undefined && isFree(name)) add(feature, kind, name);
    }
  }
  for (const [name, choice] of Object.entries(columns)) if ('feature' in choice) add(choice.feature, choice.kind, name);
  return found;
}

function stemsChosen(map: SurveyMap, { stems }: ImportChoices): SurveyMap['stems'] {
  const chosen = Object.entries(stems);
  const isChosen = (stem: string) => chosen.some(([text]) => text === stem);
  return Object.fromEntries(
    questionKinds.map((kind) => [
      kind,
      [...(map.stems[kind] ?? []).filter((stem) => !isChosen(stem)), ...chosen.flatMap(([stem, as]) => (as === kind ? [stem] : []))],
    ]),
  );
}

function answersChosen(map: SurveyMap, { words, direction }: ImportChoices): SurveyMap['answers'] {
  const chosen = Object.entries(words);
  const isChosen = (word: string) => chosen.some(([text]) => text.trim() === word.trim());
  const listed = (key: AnswerKey | 'leaveOut') => [
    ...[...(map.answers[key] ?? []), ...(key === 'leaveOut' ? [] : (direction?.[key] ?? []))].filter((word) => !isChosen(word)),
    ...chosen.flatMap(([word, as]) => (as === key ? [word] : [])),
  ];
  return Object.fromEntries([...answerKeys, 'leaveOut' as const].map((key) => [key, listed(key)]));
}

function personasChosen(
  { personas: { values, leaveOut } }: SurveyMap,
  { personas }: ImportChoices,
  newPersonas: ReadonlyMap<string, NewPersona>,
): Pick<SurveyMap['personas'], 'values' | 'leaveOut'> {
  const ids = Object.entries(personas).flatMap(([value, choice]) => {
    const id = choice.kind === 'persona' ? choice.id : choice.kind === 'new' ? newPersonas.get(value)?.id : undefined;
    return id === undefined ? [] : [[value, id] as const];
  });
  const isChosen = (value: string) => Object.hasOwn(personas, value);
  return {
    values: new Map([...[...values].filter(([value]) => !isChosen(value)), ...ids]),
    leaveOut: [
      ...leaveOut.filter((value) => !isChosen(value)),
      ...Object.entries(personas).flatMap(([value, { kind }]) => (kind === 'leave-out' ? [value] : [])),
    ],
  };
}
