import type { AnswerSet } from './answerSet.ts';
import { chinese } from './chinese.ts';
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

/** The answers of published questionnaires, set by set. Exports are read in every language at once. */
export const answerSets: readonly AnswerSet[] = [
  english,
  chinese,
  german,
  french,
  spanish,
  portuguese,
  italian,
  russian,
  japanese,
  korean,
  hungarian,
].flat();
