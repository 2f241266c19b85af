import * as l10n from '@vscode/l10n';
import { isEditedMap, mapMark } from '../../survey/answers/mapMark.ts';
import type { WrittenMap } from '../../survey/answers/surveyMapText.ts';
import { count } from '../../terms/numbers.ts';
import { findOutput, writeOwn } from '../files/output.ts';
import { type Environment, type ExitCode, exitCode, print, say } from '../terminal/environment.ts';

/**
 * `kano import --write-map`: writes a survey map of what was understood, over nothing but an earlier one that nobody has filled in.
 * @param openPoints why something is open, one sentence each
 */
export async function writeMap(
  { text, open }: WrittenMap,
  { path, openPoints }: { readonly path: string; readonly openPoints: readonly string[] },
  environment: Environment,
): Promise<ExitCode> {
  const output = await findOutput(path, environment.currentFolder);
  const isOwn = (before: string) => before.startsWith(mapMark);
  if (output) await writeOwn(output, { text, command: 'kano import', isOwn, isEdited: isEditedMap }, environment);
  else print(environment, text);
  for (const point of openPoints) say(environment, point);
  const values = { path: output?.path ?? '<stdout>', count: count(open) };
  say(
    environment,
    open === 0
      ? l10n.t('{path} is written, and nothing is imported. Import with --map {path}.', values)
      : l10n.t(
          '{path} is written, and nothing is imported. Open points in it: {count}. Answer them, and import with --map {path}.',
          values,
        ),
  );
  return open === 0 ? exitCode.fine : exitCode.findings;
}
