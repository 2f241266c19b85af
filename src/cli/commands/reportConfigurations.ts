import { compareText } from '../../base/compareText.ts';
import type { ConfigurationFile } from '../../document/configuration.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { FaultyFile } from '../../report/analysedFile.ts';
import { singleLine } from '../../report/plainText.ts';
import { problemBefore } from '../../wording/commandWording.ts';
import type { Environment } from '../terminal/environment.ts';
import type { ComparedTrees } from './compareTrees.ts';

/**
 * Says what is wrong in the `.kanorc.yaml` files behind a comparison, with its place: what stands there did not count. Before the change
 * nobody can mend it, so it is said and no more, and not when the same file still has errors.
 *
 * @param base what the state before is called
 * @returns the files with errors after the change
 */
export function reportConfigurations(
  { before, after }: ComparedTrees['configurations'],
  base: string,
  pathOf: (location: string) => string,
  { errors }: Environment,
): readonly FaultyFile[] {
  const faulty = faultyFiles(after, pathOf);
  for (const { lines } of faulty) for (const line of lines) errors.write(`kano: ${singleLine(line)}\n`);
  const known = new Set(faulty.map(({ path }) => path));
  const old = faultyFiles(before, pathOf).filter(({ path }) => !known.has(path));
  for (const { lines } of old) for (const line of lines) errors.write(`kano: ${singleLine(problemBefore(`${base}:${line}`))}\n`);
  return faulty.map(({ path, lines }) => ({ path, errors: lines.length }));
}

function faultyFiles(files: ReadonlySet<ConfigurationFile>, pathOf: (location: string) => string) {
  return [...files]
    .map((file) => {
      const path = pathOf(file.model.uri);
      const lines = checkConfiguration(file).map(
        ({ message, range: { start } }) => `${path}:${start.line + 1}:${start.character + 1}: ${message}`,
      );
      return { path, lines };
    })
    .filter(({ lines }) => lines.length > 0)
    .sort((left, right) => compareText(left.path, right.path));
}
