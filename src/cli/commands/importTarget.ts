import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { analysisOfProduct } from '../../analysis/analysisOfProduct.ts';
import { nearest } from '../../base/nearestWord.ts';
import { isKanoPath } from '../../document/format/kanoPath.ts';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, productList } from '../../document/product.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { scalarText } from '../../document/writing/scalarText.ts';
import { setTallies } from '../../document/writing/setTallies.ts';
import { textChanges } from '../../document/writing/textEdit.ts';
import { checkDocument } from '../../problems/checkDocument.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import type { ImportPlan } from '../../survey/answers/planImport.ts';
import { type IntoFailure, intoFailure, surveyIdCharacters, surveyNotDefined } from '../../wording/importWording.ts';
import { readFiles } from '../files/readFiles.ts';
import { readText } from '../files/readText.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Environment } from '../terminal/environment.ts';
import { Failure } from '../terminal/failure.ts';

/** Opens the file that tallies go into. */
export async function openTarget(path: string, environment: Environment): Promise<AnalysedFile> {
  if (!isKanoPath(path)) throw new Failure({ kind: 'not-kano', path });
  const found = await stat(resolve(environment.currentFolder, path)).catch(() => undefined);
  if (found && !found.isFile()) throw failure({ kind: 'not-one-file', path });
  const [file, ...others] = await readFiles([path], {}, environment);
  if (!file || others.length > 0) throw failure({ kind: 'not-one-file', path });
  if (file.product.opened.list('features').length === 0) throw failure({ kind: 'no-features', path });
  return file;
}

/** Why tallies cannot belong to a survey, and the lines that define it; `undefined` where they can. */
export function undefinedSurvey(
  product: Product,
  id: string | undefined,
  path: string,
): { readonly reason: string; readonly lines: readonly string[] } | undefined {
  const known = productList(product, 'surveys').flatMap(({ item }) => item.value.id ?? []);
  if (id === undefined || known.includes(id)) return undefined;
  if (!/^[a-z0-9][a-z0-9._-]*$/.test(id)) return { reason: surveyIdCharacters(id), lines: [] };
  const lines = ['surveys:', `  - { id: ${scalarText(id, { flow: true })}, date: YYYY-MM-DD }`];
  return { reason: surveyNotDefined(id, path, nearest(id, known)), lines };
}

/** The document with what was planned. Fails where that cannot be said without saying something else, or would be an error. */
export function changedDocument({ product, path }: Pick<AnalysedFile, 'product' | 'path'>, plan: ImportPlan): KanoModel {
  const { opened } = product;
  if (plan.unreadable.length > 0) throw failure({ kind: 'unreadable-tallies', path, features: plan.unreadable });
  if (plan.overlapping.length > 0) throw failure({ kind: 'overlap', path, features: plan.overlapping });
  const { edits, refused } = setTallies(opened, plan.changes);
  if (refused.length > 0) throw failure({ kind: 'refused', path, features: refused.map(({ value }) => value.id ?? '') });
  const changed = updateModel(opened, textChanges(edits));
  const after: Product = { ...product, opened: changed, models: product.models.map((each) => (each === opened ? changed : each)) };
  if (errorsIn(after).length > errorsIn(product).length)
    throw failure({ kind: 'new-errors', path, features: plan.changes.map(({ feature }) => feature.value.id ?? '') });
  return changed;
}

/** Writes the document over the file, unless that has become another one meanwhile. */
export async function writeTarget(
  { path, product: { opened } }: Pick<AnalysedFile, 'product' | 'path'>,
  changed: KanoModel,
): Promise<void> {
  const location = opened.uri;
  const before = await readText(location, path);
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (before !== mark + opened.text) throw failure({ kind: 'changed-meanwhile', path });
  await writeWhole({ location, path, kind: 'file' }, mark + changed.text);
}

function errorsIn(product: Product) {
  return checkDocument(product, analysisOfProduct(product)).filter(({ severity }) => severity === 'error');
}

function failure(into: IntoFailure): Failure {
  return new Failure({ kind: 'import', reason: intoFailure(into) });
}
