import * as l10n from '@vscode/l10n';
import type { KanoModel } from '../../document/kanoModel.ts';
import { type Product, productList } from '../../document/product.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { setEvidence } from '../../document/writing/setEvidence.ts';
import { type TextEdit, textChanges } from '../../document/writing/textEdit.ts';
import { addsErrors } from '../../problems/addsErrors.ts';
import { count } from '../../terms/numbers.ts';
import type { ImportWords } from '../answers/importWords.ts';
import { longRowText } from '../answers/longRows.ts';
import type { MapProblem } from '../answers/mapFile.ts';
import { some, someNames } from '../answers/shownTexts.ts';
import type { SurveyTable } from '../answers/surveyTable.ts';
import { evidenceLosses, handwrittenRefusal, howToKeep } from './evidenceLosses.ts';
import type { FeedbackMapFile } from './feedbackMap.ts';
import { feedbackMapProblems } from './feedbackMapProblems.ts';
import { columnRefusal, countRefusal, dateDoubts, numberDoubts, remarks } from './feedbackRemarks.ts';
import { type FeedbackPlan, planFeedback } from './planFeedback.ts';
import { type FeedbackReading, readFeedback } from './readFeedback.ts';
import { sourceDoubts } from './similarSource.ts';

/** What is to be imported, and into what. */
export interface FeedbackInput {
  readonly product: Product;
  /** The file as the reader knows it. */
  readonly path: string;
  readonly tables: readonly SurveyTable[];
  readonly mapFile: FeedbackMapFile;
  /** What the evidence is called. */
  readonly source: string;
  /** Whether mentions in the file may give way, where the export does not have them all. */
  readonly replace?: boolean;
  readonly words?: ImportWords;
}

/** What an import of reviews and tickets would do. */
export interface FeedbackImport {
  /** Mistakes in the map: then nothing is read. */
  readonly mapProblems: readonly MapProblem[];
  readonly reading?: FeedbackReading;
  readonly plan?: FeedbackPlan;
  /** Why nothing can be imported. */
  readonly refusals: readonly string[];
  /** What has to be decided before anything is written. */
  readonly doubts: readonly string[];
  /** What the file loses: mentions that the export does not have. Without leave to replace, they are doubts. */
  readonly losses: readonly string[];
  /** What does not count, and what else there is to know. */
  readonly remarks: readonly string[];
  /** Whether something was not understood. */
  readonly isIncomplete: boolean;
  /** The smallest edits of the file, and the file with them; only without refusals and doubts. */
  readonly edits: readonly TextEdit[];
  readonly changed?: KanoModel;
}

/** Reads exports, and plans what they change in a file. */
export function importFeedback({
  product,
  path,
  tables,
  mapFile,
  source,
  replace = false,
  words = 'command',
}: FeedbackInput): FeedbackImport {
  const { opened } = product;
  const features = opened.list('features').map(({ value }) => value);
  const personas = productList(product, 'personas').map(({ item }) => item.value);
  const nothing = { mapProblems: [], refusals: [], doubts: [], losses: [], remarks: [], isIncomplete: false, edits: [] };
  if (source.trim() === '') return { ...nothing, refusals: [l10n.t('The source needs a name: “app reviews”, for example.')] };
  if (features.length === 0) return { ...nothing, refusals: [l10n.t('{path} has no features that reviews could be about.', { path })] };
  const mapProblems = feedbackMapProblems(mapFile, { features: idsOf(features), personas: idsOf(personas), tables });
  if (mapProblems.length > 0) return { ...nothing, mapProblems };
  const { map } = mapFile;
  const reading = readFeedback(tables, { features, personas, map });
  const plan = planFeedback(opened, reading, source);
  const found = {
    ...nothing,
    reading,
    plan,
    remarks: remarks({ reading, map, features }),
    isIncomplete: reading.unclear.length + reading.ambiguousLabels.length > 0,
  };
  const numbers = numberDoubts(reading);
  const unreadable = [...some(reading.tooLong, longRowText), ...(numbers.length > 0 ? [] : columnRefusal(reading, map, path))];
  if (unreadable.length > 0) return { ...found, refusals: unreadable };
  const unclear = [...sourceDoubts(opened, source), ...numbers, ...dateDoubts(reading)];
  if (unclear.length > 0) return { ...found, doubts: unclear };
  const silent = countRefusal(reading, path);
  if (silent.length > 0) return { ...found, refusals: silent };
  if (plan.unreadable.length > 0) {
    const values = { path, features: someNames(plan.unreadable) };
    const refusal =
      words === 'command'
        ? l10n.t('{path} has errors in {features}, so nothing is written. Run “kano lint” to see them.', values)
        : l10n.t('{path} has errors in {features}, so nothing is written. The Problems view has them.', values);
    return { ...found, refusals: [refusal] };
  }
  const handwritten = handwrittenRefusal(plan, path);
  if (handwritten.length > 0) return { ...found, refusals: handwritten };
  const losses = evidenceLosses(plan);
  if (losses.length > 0 && !replace) return { ...found, doubts: [...losses, howToKeep(path)] };
  return { ...found, losses, ...written(product, path, plan) };
}

/** The file with the planned evidence; a refusal where it cannot be written without changing something else, or would add an error. */
function written(product: Product, path: string, plan: FeedbackPlan): Pick<FeedbackImport, 'refusals' | 'edits'> & { changed?: KanoModel } {
  const { edits, refused } = setEvidence(product.opened, plan.changes);
  const refusal = (reason: string) => ({ refusals: [reason], edits: [] });
  const values = { path, features: someNames(idsOf(refused.map(({ value }) => value))), count: count(refused.length) };
  if (refused.length > 0)
    return refusal(
      l10n.t(
        'The evidence of {features} in {path} is written in a way that cannot be changed without changing something else, with an alias for example. Write it out first.',
        values,
      ),
    );
  const changed = edits.length === 0 ? product.opened : updateModel(product.opened, textChanges(edits));
  if (changed !== product.opened && addsErrors(product, changed))
    return refusal(l10n.t('The import would add an error to {path}, so nothing is written.', { path }));
  return { refusals: [], edits, changed };
}

function idsOf(items: readonly { readonly id?: string }[]): readonly string[] {
  return items.flatMap(({ id }) => id ?? []);
}
