import * as l10n from '@vscode/l10n';
import { nearest } from '../base/nearestWord.ts';
import { type DefinitionIndex, definitionIndex, referencesOf } from '../document/definitionIndex.ts';
import { type IdKind, idKinds, isListKey } from '../document/format/model.ts';
import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import { addDefinition } from '../document/writing/addDefinition.ts';
import { isAlias } from '../document/writing/nodeOffsets.ts';
import { quoteOf, scalarText } from '../document/writing/scalarText.ts';
import { within } from '../document/yaml/localRange.ts';
import type { TextNode } from '../document/yaml/node.ts';
import type { Part } from '../document/yaml/part.ts';
import { definitionNoun } from '../terms/labels.ts';
import { changeTitle, type Fix, fixInPart } from './fix.ts';
import type { Occurrence, ProblemDefinition } from './problemDefinition.ts';
import { nameOfId } from './schema/idFixes.ts';

/**
 * The most ids of a list that are compared with unknown ids to find out what these may mean. Where it would take more, the list is missing, and
 * no id is mistyped.
 */
const mostComparisons = 200_000;

export const unknownReference = {
  code: 'kano/unknown-reference',
  severity: 'error',
  title: 'Unknown reference',
  description: 'Something refers to an undefined touchpoint, stage, persona, survey, feature, metric, need or pain.',
  findInProduct: ({ product, model }) => (hidesDefinitions(product) ? [] : undefinedReferences(product, model)),
} satisfies ProblemDefinition;

function undefinedReferences(product: Product, model: KanoModel): readonly Occurrence[] {
  const indexes = product.models.map(definitionIndex);
  const own = definitionIndex(model);
  return idKinds.flatMap((list) => {
    if (indexes.some(({ lists }) => lists[list].lost > 0)) return [];
    const { missing, referrers } = own.lists[list];
    const ids = indexes.reduce((sum, { lists }) => sum + lists[list].definitions.size, 0);
    const unknown = [...missing].filter(
      (id) => !indexes.some(({ lists }) => lists[list].definitions.has(id) || lists[list].faulty.has(id)),
    );
    const isCompared = unknown.length * ids <= mostComparisons;
    return unknown.flatMap((id): Occurrence[] => {
      const near = isCompared ? nearest(id, idsOf(indexes, list)) : null;
      const message = unknownReferenceMessage(list, id, near);
      return [...(referrers.get(id) ?? [])].flatMap((item) =>
        referencesOf(item)
          .filter(({ target, node }) => target === list && node.value === id)
          .map(({ node }): Occurrence => {
            const reference = { list, part: item.part, node, near };
            return { range: within(item.part, node), message, fixes: (current) => referenceFixes(current, reference) };
          }),
      );
    });
  });
}

/** `near` is the defined id most like the undefined one, `null` if none is. */
export function unknownReferenceMessage(list: IdKind, id: string, near: string | null): string {
  const values = { noun: definitionNoun(list), id, nearest: near ?? '' };
  if (near !== null) return l10n.t('No {noun} is called “{id}”. Did you mean “{nearest}”?', values);
  return l10n.t('No {noun} is called “{id}”. Define it, or correct the id.', values);
}

interface UnknownReference {
  readonly list: IdKind;
  readonly part: Part;
  readonly node: TextNode;
  readonly near: string | null;
}

function referenceFixes(product: Product, { list, part, node, near }: UnknownReference): readonly Fix[] {
  const { value: id, start, end } = node;
  if (isAlias(part.text, node)) return [];
  // Only ids that YAML would read as something else need quotes; those that are there stay.
  const newText = scalarText(near ?? '', { flow: true, quote: quoteOf(part.text.slice(start)) });
  const correction =
    near === null ? [] : fixInPart(product, part, [{ start, end, newText }], { title: changeTitle(id, near), isPreferred: true });
  const definition = definitionOf(list, id);
  const edits = definition && isListKey(list) ? addDefinition(product.opened, list, definition) : undefined;
  const title = l10n.t('Define the {noun} “{id}” in this file', { noun: definitionNoun(list), id });
  return [...correction, ...(edits ? [{ title, edits }] : [])];
}

/** Nobody but the author knows the date of a survey, which way of a metric is better, and whose need or pain it is. */
function definitionOf(list: IdKind, id: string): Readonly<Record<string, string>> | undefined {
  if (['surveys', 'metrics', 'needs', 'pains'].includes(list) || !/^[a-z0-9][a-z0-9._-]*$/.test(id)) return undefined;
  return { id, [list === 'features' ? 'title' : 'name']: nameOfId(id) };
}

/** Whether something cannot be read that may define what looks undefined, or use what looks unused. */
export function hidesDefinitions({ models, unresolvedUses }: Product): boolean {
  return unresolvedUses.some(({ reason }) => reason !== 'cycle') || models.some(({ frame }) => frame.syntaxFindings.length > 0);
}

function* idsOf(indexes: readonly DefinitionIndex[], list: keyof DefinitionIndex['lists']): Iterable<string> {
  for (const { lists } of indexes) yield* lists[list].definitions.keys();
}
