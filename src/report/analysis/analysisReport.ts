import type { CheckedFile } from '../analysedFile.ts';
import { jsonText } from '../plainText.ts';
import { fieldsCsv, fieldsJson, fieldsTable } from './analysisFields.ts';
import { analysisJson } from './analysisJson.ts';
import { analysisCsv, analysisTable } from './analysisTable.ts';

const reports = {
  table: (files: readonly CheckedFile[], fields?: readonly string[]) => (fields ? fieldsTable(files, fields) : analysisTable(files)),
  json: (files: readonly CheckedFile[], fields?: readonly string[]) => jsonText(fields ? fieldsJson(files, fields) : analysisJson(files)),
  csv: (files: readonly CheckedFile[], fields?: readonly string[]) => (fields ? fieldsCsv(files, fields) : analysisCsv(files)),
} as const;

export type AnalyzeFormat = keyof typeof reports;

export interface AnalysisShape {
  readonly format: AnalyzeFormat;
  /** The names of the columns; all that the format has by default. */
  readonly fields?: readonly string[] | undefined;
}

/** What a report of many files has before, between and after what each of them adds. */
interface Joints {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
}

function jointsOf({ format, fields }: AnalysisShape): Joints {
  switch (format) {
    case 'table':
      return { head: '', between: fields ? '\n\n' : '\n\n\n', tail: '\n' };
    case 'json':
      return { head: '{\n  "version": 1,\n  "files": [\n', between: ',\n', tail: '\n  ]\n}\n' };
    case 'csv':
      return { head: reports.csv([], fields), between: '', tail: '' };
  }
}

/** What a file adds to the report. */
export function analysisPart(file: CheckedFile, shape: AnalysisShape): string {
  const { head, tail } = jointsOf(shape);
  const alone = reports[shape.format]([file], shape.fields);
  return alone.slice(head.length, alone.length - tail.length);
}

/** The report as pieces, each of whole lines: all of it at once would be in memory several times over. */
export function* analysisPieces(parts: readonly string[], shape: AnalysisShape): Generator<string> {
  const { head, between, tail } = jointsOf(shape);
  for (const [index, part] of parts.entries()) yield (index === 0 ? head : '') + part + (index === parts.length - 1 ? tail : between);
}
