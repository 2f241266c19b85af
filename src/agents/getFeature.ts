import { isOpen } from '../analysis/buildOrder.ts';
import { effectiveCategory } from '../analysis/featureAnalysis.ts';
import { smallestSample } from '../analysis/leadingPair.ts';
import { analysedProduct } from '../analysis/productAnalysis.ts';
import { categories } from '../document/format/model.ts';
import { settingsOf } from '../document/product.ts';
import { type FeatureRow, featureRows, isRankUnknown, rowCertainty } from '../report/featureRows.ts';
import { singleLine } from '../report/plainText.ts';
import { howToTell } from '../terms/ambiguitySentences.ts';
import { featureSentence, personasVerdict, rankReason } from '../terms/featureSentences.ts';
import { evidenceInShort, mentionCounts, praiseText } from '../terms/journeyLabels.ts';
import { type AgentFiles, readingTool } from './agentTool.ts';
import { type FoundFeature, findFeature } from './findFeature.ts';
import { leanNumber, leanTable } from './leanTable.ts';
import { problemsIn, problemsOf } from './problemsOf.ts';

/** `kano_get_feature` */
export const getFeature = readingTool({
  name: 'kano_get_feature',
  title: 'Explain a feature',
  description:
    'Everything known of one feature: its numbers with 95 % intervals, why it has its rank, evidence, personas, earlier surveys, problems, and what would settle its category if it is unsure. Ask it before arguing for or against a feature.',
  input: {
    type: 'object',
    properties: { id: { type: 'string' }, file: { type: 'string', description: 'If several files have this id' } },
    required: ['id'],
    additionalProperties: false,
  },
  async answer({ id, file }, files) {
    const found = await findFeature(files, id, file);
    files.stopIfCancelled();
    const facts = factsOf(found, files)
      .flatMap(([name, text]) => (text === null || text === '' ? [] : [`${name}: ${text}`]))
      .join('\n');
    return facts + found.note;
  },
});

type Fact = readonly [name: string, text: string | null];

function factsOf(found: FoundFeature, files: AgentFiles): readonly Fact[] {
  const { product, model, item } = found;
  const { analysis } = analysedProduct(product);
  const feature = item.value;
  const row = featureRows(product, analysis).find((each) => each.feature === feature) as FeatureRow;
  const { numbers } = row;
  const { better, worse, betterInterval, worseInterval, counts } = numbers;
  // To test every feature of a product takes long, and only who disagrees is to be told.
  const disagreement = analysis.personasDisagreements.get(feature);
  const line = model.locate(item.rangeOfId).start.line + 1;
  return [
    ['id', feature.id ?? ''],
    ['title', oneLine(feature.title)],
    ['description', oneLine(feature.description)],
    ['where', `${files.pathOf(model.uri)}:${line}`],
    ['status', feature.status ?? 'idea'],
    ['effort', feature.effort === undefined ? null : String(feature.effort)],
    ['owner', oneLine(feature.owner)],
    ...(['touchpoints', 'serves', 'relieves', 'moves', 'dependsOn', 'tags', 'links'] as const).map(
      (key): Fact => [key, feature[key]?.map(singleLine).join(', ') ?? null],
    ),
    ['tracker', feature.tracker === undefined ? null : singleLine([feature.tracker].flat().join(', '))],
    ['category', featureSentence(feature, numbers, { talliesUnreadable: row.isUncounted, evidence: row.evidence })],
    ['certainty', rowCertainty(row)],
    ['better', better === null ? null : `${leanNumber(better)} (95%: ${rangeText(betterInterval)})`],
    ['worse', worse === null ? null : `${leanNumber(worse)} (95%: ${rangeText(worseInterval)})`],
    ['answers', numbers.n === 0 ? null : `${numbers.n}: ${categories.map((letter) => `${letter} ${counts[letter]}`).join(', ')}`],
    ['rank', rankText(row, analysis.buildOrder.length)],
    ['why', isOpen(feature) && !isRankUnknown(row) ? rankReason(numbers, effectiveCategory(feature, numbers)) : null],
    ['notes', oneLine(row.notes)],
    ['would settle it', whatSettles(row, found, disagreement !== undefined)],
    ['evidence', evidenceText(row)],
    [
      'quotes',
      oneLine(
        feature.evidence
          ?.flatMap(({ quote }) => quote ?? [])
          .slice(0, 3)
          .join(' / '),
      ),
    ],
    ['personas disagree', disagreement === undefined ? null : personasVerdict(disagreement)],
    ['by persona', numbers.personas.length < 2 ? null : `\n${leanTable(personaColumns, numbers.personas.map(estimates('persona')))}`],
    ['by survey', numbers.history.length < 2 ? null : `\n${leanTable(surveyColumns, numbers.history.map(estimates('survey')))}`],
    ['drifted', analysis.hasDrifted(numbers.drift) ? `${numbers.drift.categories.join(' → ')} (${numbers.drift.kind})` : null],
    ['problems', problemsText(found)],
  ];
}

const personaColumns = ['persona', 'n', 'category', 'better', 'worse'];
const surveyColumns = ['survey', 'date', 'category', 'better', 'worse'];

function estimates(of: 'persona' | 'survey') {
  return (each: {
    readonly persona?: string | null;
    readonly survey?: string | null;
    readonly n?: number;
    readonly date?: string | null;
    readonly category: string | null;
    readonly better: number | null;
    readonly worse: number | null;
  }) => [each[of] ?? null, (of === 'persona' ? each.n : each.date) ?? null, each.category, each.better, each.worse];
}

function rangeText(interval: readonly [number, number] | null): string {
  return interval === null ? '' : `${leanNumber(interval[0])}..${leanNumber(interval[1])}`;
}

function rankText(row: FeatureRow, open: number): string | null {
  if (row.rank === null) return `none, because it is ${row.feature.status}`;
  return isRankUnknown(row) ? null : `${row.rank} of ${open}`;
}

/** What would make the category sure. */
function whatSettles(row: FeatureRow, { product }: FoundFeature, personasDisagree: boolean): string {
  const { feature, numbers } = row;
  switch (rowCertainty(row)) {
    case 'uncounted':
      return 'Its tallies have an error and are not counted: fix that first, see problems.';
    case 'none':
      return `Nobody was asked${feature.assumed === undefined ? '' : `; ${feature.assumed} is a guess`}. Ask at least ${smallestSample} customers: kano questionnaire writes the questions, kano import takes the answers in.`;
    case 'few':
      return `${smallestSample - numbers.n} more answers to reach ${smallestSample}: below that nothing is tested.`;
    case 'ambiguous':
      return howToTell(numbers, settingsOf(product));
    case 'sure':
      if (effectiveCategory(feature, numbers).category === 'Q')
        return 'The answers contradict each other: reword both questions and ask again. More answers to the same questions settle nothing.';
      return personasDisagree
        ? 'The answers are clear for all together, but the personas disagree: decide for each of them.'
        : 'The answers are clear.';
  }
}

function evidenceText({ evidence }: FeatureRow): string | null {
  if (evidence === null) return null;
  const parts = [
    evidenceInShort(evidence),
    mentionCounts(evidence),
    praiseText(evidence),
    evidence.sources.join(', '),
    evidence.newest ?? '',
  ];
  return singleLine(parts.filter((part) => part !== '').join('; '));
}

function problemsText({ own, model, item }: FoundFeature): string | null {
  const problems = problemsIn(problemsOf(own), model, item);
  return problems.length === 0
    ? null
    : problems.map(({ severity, code, message }) => `\n${severity} ${code} ${singleLine(message)}`).join('');
}

function oneLine(text: string | undefined): string | null {
  return text === undefined ? null : singleLine(text.trim());
}
