import type { AnswerSet } from './answerSet.ts';
import { chinese, traditionalChinese } from './chinese.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hungarian } from './hungarian.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { korean } from './korean.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';

/** The answers of published questionnaires, set by set, of each language. */
export const setsByLanguage: readonly (readonly AnswerSet[])[] = [
  english,
  chinese,
  traditionalChinese,
  german,
  french,
  spanish,
  portuguese,
  italian,
  russian,
  japanese,
  korean,
  hungarian,
];

/** All of them: exports are read in every language at once. */
export const answerSets: readonly AnswerSet[] = setsByLanguage.flat();
