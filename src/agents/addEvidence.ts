import type { Evidence } from '../document/format/model.ts';
import { setEvidence } from '../document/writing/setEvidence.ts';
import { AgentRefusal, writingTool } from './agentTool.ts';
import { findFeature } from './findFeature.ts';
import { planChange } from './planChange.ts';

/** As many mentions as a file can hold. */
const mostMentions = 1_000_000_000;
const mentions = { type: 'integer', minimum: 0, maximum: mostMentions } as const;
const said = ['complaints', 'compliments', 'neutral', 'quote', 'note'] as const;

/** `kano_add_evidence` */
export const addEvidence = writingTool({
  name: 'kano_add_evidence',
  title: 'Add evidence to a feature',
  description:
    'Adds reviews, tickets or a note that you have read to a feature: counts of complaints, compliments and neutral mentions, or a quote. Count only what you have seen; no personal data. Evidence never counts as answers of a survey: those are imported by kano import.',
  input: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      file: { type: 'string', description: 'If several files have this id' },
      source: { type: 'string', description: 'As in support tickets' },
      date: { type: 'string', description: 'Newest day it speaks of, YYYY-MM-DD, at most today' },
      complaints: mentions,
      compliments: mentions,
      neutral: mentions,
      persona: { type: 'string', description: 'Id' },
      touchpoint: { type: 'string', description: 'Id' },
      quote: { type: 'string' },
      note: { type: 'string' },
      link: { type: 'string' },
    },
    required: ['id', 'source', 'date'],
    additionalProperties: false,
  },
  async plan({ id, file, ...evidence }, files) {
    if (said.every((key) => saysNothing(evidence[key]))) throw new AgentRefusal(`Say what it says: ${said.join(', ')}.`);
    const found = await findFeature(files, id, file);
    const same = found.item.value.evidence?.find((entry) => isSame(entry, evidence));
    if (same)
      throw new AgentRefusal(
        `“${id}” has evidence of ${evidence.date} from “${evidence.source}” already: adding it again would count the same people twice. Change that entry by hand if it is wrong.`,
      );
    const change = (feature: typeof found.item) => ({ feature, updated: new Map(), removed: new Set<number>(), added: [evidence] });
    const planned = planChange(
      found,
      [
        (model, item) => {
          const { edits, refused } = setEvidence(model, [change(item)]);
          return refused.length > 0 ? undefined : edits;
        },
      ],
      files,
    );
    // As texts, which are calendar dates: anything else is an error by now.
    if (evidence.date > files.today)
      throw new AgentRefusal(
        `${evidence.date} is after today, ${files.today}, and nobody can have said anything then. Give the newest day that the source speaks of.`,
      );
    return planned;
  },
});

/** Nobody said anything, in a number or a text. */
function saysNothing(value: number | string | undefined): boolean {
  return value === undefined || value === 0 || (typeof value === 'string' && value.trim() === '');
}

/** Whether two entries speak of the same people. Where both count them, a quote makes no difference. */
function isSame(entry: Evidence, other: Evidence): boolean {
  return (
    sourceKey(entry) === sourceKey(other) &&
    (['date', 'persona', 'touchpoint'] as const).every((key) => entry[key] === other[key]) &&
    (entry.quote === other.quote || (hasCounts(entry) && hasCounts(other)))
  );
}

function sourceKey({ source }: Evidence): string | undefined {
  return source?.trim().toLowerCase();
}

function hasCounts({ complaints, compliments, neutral }: Evidence): boolean {
  return (complaints ?? compliments ?? neutral) !== undefined;
}
