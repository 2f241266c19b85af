import * as l10n from '@vscode/l10n';
import type { KanoModel } from '../../document/kanoModel.ts';
import type { Product } from '../../document/product.ts';
import { updateModel } from '../../document/versions/updateModel.ts';
import { addDefinitions } from '../../document/writing/addDefinition.ts';
import { setTallies } from '../../document/writing/setTallies.ts';
import { type TextEdit, textChanges } from '../../document/writing/textEdit.ts';
import { addsErrors } from '../../problems/addsErrors.ts';
import type { ImportPlan } from './planImport.ts';
import { someNames } from './shownTexts.ts';

/** A survey or a persona that the file gets together with the tallies. */
export interface NewDefinition {
  readonly list: 'surveys' | 'personas';
  readonly item: Readonly<Record<string, string>>;
}

/** What an import writes; without `changed`, why it cannot. */
export interface WrittenAnswers {
  readonly refusals: readonly string[];
  /** The smallest edits of the file. */
  readonly edits: readonly TextEdit[];
  readonly changed?: KanoModel;
}

/** The file with the planned tallies; a refusal where they cannot be written without changing something else, or would add an error. */
export function writtenAnswers(
  product: Product,
  path: string,
  plan: ImportPlan,
  definitions: readonly NewDefinition[] = [],
): WrittenAnswers {
  const { opened } = product;
  const refusal = (reason: (values: { path: string; features: string }) => string, features: readonly string[]): WrittenAnswers => ({
    refusals: [reason({ path, features: someNames(features) })],
    edits: [],
  });
  if (plan.unreadable.length > 0)
    return refusal(
      (values) => l10n.t('{path} has errors in {features}, so nothing is written. Run “kano lint” to see them.', values),
      plan.unreadable,
    );
  if (plan.overlapping.length > 0)
    return refusal(
      (values) =>
        l10n.t(
          'For this survey {path} has tallies with personas where the export has none, or the other way round: respondents would count twice. Remove these first, or import into another survey: {features}.',
          values,
        ),
      plan.overlapping,
    );
  const { edits, refused } = setTallies(opened, plan.changes);
  if (refused.length > 0)
    return refusal(
      (values) =>
        l10n.t(
          'The tallies of {features} in {path} are written in a way that cannot be changed without changing something else, with an alias for example. Write them out first.',
          values,
        ),
      refused.map(({ value }) => value.id ?? ''),
    );
  if (plan.changes.length === 0) return { refusals: [], edits: [], changed: opened };
  const defined = definitionEdits(opened, definitions);
  if (defined === undefined)
    return refusal(
      (values) => l10n.t('The lists of {path} are written in a way that nothing can be added to. Define the survey there first.', values),
      [],
    );
  const all = [...edits, ...defined];
  const changed = updateModel(opened, textChanges(all));
  if (addsErrors(product, changed))
    return refusal(
      (values) => l10n.t('The import would add an error to {path}, so nothing is written. It is about {features}.', values),
      plan.changes.map(({ feature }) => feature.value.id ?? ''),
    );
  return { refusals: [], edits: all, changed };
}

/** `undefined` where the way a list is written does not allow it. */
function definitionEdits(model: KanoModel, definitions: readonly NewDefinition[]): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const list of ['personas', 'surveys'] as const) {
    const items = definitions.filter((each) => each.list === list).map(({ item }) => item);
    const added = items.length === 0 ? [] : addDefinitions(model, list, items);
    if (added === undefined) return undefined;
    edits.push(...added);
  }
  return edits;
}
