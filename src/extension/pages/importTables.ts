import type * as vscode from 'vscode';
import type { SurveyMap } from '../../survey/answers/surveyMap.ts';
import type { SurveyTable } from '../../survey/answers/surveyTable.ts';
import { tableOfBytes } from '../../survey/answers/tableOfBytes.ts';
import type { ImportChoices } from '../../survey/importView/importChoices.ts';
import { shownPath } from '../documents/droppedFiles.ts';
import { inSlices } from '../documents/inSlices.ts';
import { readBytes } from './exportFiles.ts';

/** What tables are read of, and how. */
interface TableReading {
  readonly files: readonly vscode.Uri[];
  /** Of the files on disk. */
  readonly state: string;
  readonly into: vscode.Uri;
  readonly choices: ImportChoices;
  readonly map: SurveyMap;
  readonly isKnown: (text: string) => boolean;
  readonly isWanted: () => boolean;
}

/** Reads the tables of an import in slices, and keeps them for as long as they are read of the same files with the same encoding, sheet and map. */
export class ImportTables {
  #kept: { readonly key: string; readonly tables: readonly SurveyTable[] } | undefined;

  /** `undefined` where they are no longer wanted. */
  async read({ files, state, into, choices, map, isKnown, isWanted }: TableReading): Promise<readonly SurveyTable[] | undefined> {
    const { encoding, sheet, withoutMap } = choices;
    const key = JSON.stringify([state, into.toString(), encoding, sheet, withoutMap, [...map.names], map.answers]);
    if (this.#kept?.key === key) return this.#kept.tables;
    const run = async <Result>(steps: Generator<undefined, Result>): Promise<Result> => {
      const result = await inSlices(steps, isWanted);
      if (!isWanted()) throw new Stopped();
      return result as Result;
    };
    const tables: SurveyTable[] = [];
    try {
      for (const file of files) {
        const bytes = await readBytes(file);
        if (!isWanted()) return undefined;
        const options = { encoding, sheet, isKnown, onlyKnownCounts: true, words: 'editor', run } as const;
        tables.push(await tableOfBytes(shownPath(file), bytes, options));
      }
    } catch (error) {
      if (error instanceof Stopped) return undefined;
      throw error;
    }
    this.#kept = { key, tables };
    return tables;
  }
}

/** Nobody wants it any more. */
class Stopped extends Error {}
