import { answerKeys, questionKinds } from '../../terms/languages/languageRecord.ts';
import { screens } from '../answers/screens.ts';
import { type ImportChoices, noChoices } from './importChoices.ts';

/** The choices in something that was posted; `undefined` where it is anything else. */
export function readChoices(posted: unknown): ImportChoices | undefined {
  return isChoices(posted) ? { ...noChoices, ...posted } : undefined;
}

function isChoices(posted: unknown): posted is ImportChoices {
  if (!isRecord(posted)) return false;
  const {
    encoding,
    sheet,
    columns,
    stems,
    words,
    direction,
    importance,
    personas,
    duplicates,
    survey,
    drop,
    replace,
    withoutMap,
    saveMap,
  } = posted;
  return (
    isOptional(encoding, isText) &&
    isOptional(sheet, isText) &&
    isRecordOf(columns, isColumnChoice) &&
    isRecordOf(stems, (kind) => isOneOf(questionKinds, kind)) &&
    isRecordOf(words, (key) => isOneOf([...answerKeys, 'leaveOut'], key)) &&
    isOptional(
      direction,
      (codes) => isRecord(codes) && Object.entries(codes).every(([key, list]) => isOneOf(answerKeys, key) && isTexts(list)),
    ) &&
    isOptional(importance, isScale) &&
    isRecordOf(personas, isPersonaChoice) &&
    isOptional(duplicates, (kept) => isOneOf(['first', 'last', 'all'], kept)) &&
    isOptional(survey, isSurveyChoice) &&
    isOptional(drop, (list) => Array.isArray(list) && list.every((screen) => isOneOf(screens, screen))) &&
    typeof replace === 'boolean' &&
    typeof withoutMap === 'boolean' &&
    typeof saveMap === 'boolean'
  );
}

function isColumnChoice(choice: unknown): boolean {
  if (!isRecord(choice)) return false;
  const { kind, feature, values } = choice;
  if (isOneOf(questionKinds, kind)) return isText(feature);
  return kind === 'filter' ? isTexts(values) : isOneOf(['persona', 'respondent', 'leave-out'], kind);
}

function isPersonaChoice(choice: unknown): boolean {
  return isRecord(choice) && (choice.kind === 'persona' ? isText(choice.id) : isOneOf(['new', 'leave-out'], choice.kind));
}

function isSurveyChoice(choice: unknown): boolean {
  if (!isRecord(choice)) return false;
  const { kind, id, date } = choice;
  if (kind === 'none') return true;
  return isText(id) && (kind === 'known' || (kind === 'new' && isText(date)));
}

function isScale(scale: unknown): boolean {
  if (!isRecord(scale)) return false;
  return isTexts(scale.words) || (Number.isFinite(scale.from) && Number.isFinite(scale.to) && scale.from !== scale.to);
}

function isOptional(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || isRight(value);
}

function isRecordOf(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(isRight);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isOneOf(known: readonly unknown[], value: unknown): boolean {
  return known.includes(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
