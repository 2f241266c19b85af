import { analysedProduct } from '../analysis/productAnalysis.ts';
import { categories, statuses } from '../document/format/model.ts';
import { ticketStep } from '../document/writing/addTicket.ts';
import { addToList } from '../document/writing/addToList.ts';
import type { EditStep } from '../document/writing/changeItem.ts';
import { setProperty } from '../document/writing/setProperty.ts';
import { AgentRefusal, writingTool } from './agentTool.ts';
import { findFeature } from './findFeature.ts';
import { planChange } from './planChange.ts';

const values = ['status', 'effort', 'owner', 'assumed'] as const;
const lists = ['serves', 'relieves', 'moves', 'links'] as const;
const ids = { type: 'array', items: { type: 'string' } } as const;

/** `kano_set_feature` */
export const setFeature = writingTool({
  name: 'kano_set_feature',
  title: 'Change a feature',
  description:
    'Sets status, effort, owner, tracker (the key or address of its ticket) or assumed (the category that the team guesses until customers are asked: M, O, A, I, R) of a feature, and adds to what it serves (ids of needs), relieves (ids of pains), moves (ids of metrics) and to its links. The smallest edit; comments stay. Category, rank, Better and Worse are computed and cannot be set; answers of surveys are imported by kano import, never written by you.',
  input: {
    type: 'object',
    properties: {
      id: { type: 'string' },
      file: { type: 'string', description: 'If several files have this id' },
      status: { type: 'string', enum: statuses },
      effort: { type: 'number', exclusiveMinimum: 0 },
      owner: { type: 'string' },
      assumed: { type: 'string', enum: categories.filter((category) => category !== 'Q') },
      tracker: { type: 'string', description: 'As in PROJ-12, owner/repo#7' },
      serves: ids,
      relieves: ids,
      moves: ids,
      links: ids,
      remove: { type: 'array', items: { type: 'string', enum: ['effort', 'owner', 'assumed'] }, description: 'What to take away' },
    },
    required: ['id'],
    additionalProperties: false,
  },
  async plan({ id, file, remove = [], tracker, ...given }, files) {
    const both = remove.find((key) => given[key] !== undefined);
    if (both !== undefined) throw new AgentRefusal(`“${both}” is to be set and to be removed: say one of them.`);
    if (given.owner?.trim() === '')
      throw new AgentRefusal('“owner” is empty: name who is responsible, or remove it with remove: ["owner"].');
    const steps: EditStep<'features'>[] = [
      ...values.flatMap((key): EditStep<'features'>[] => {
        const value = given[key];
        return value === undefined ? [] : [(model, item) => setProperty(model, item, key, value)];
      }),
      ...(tracker === undefined ? [] : [ticketStep(tracker)]),
      ...lists.flatMap((key): EditStep<'features'>[] => {
        const added = given[key] ?? [];
        return added.length === 0 ? [] : [(model, item) => addToList(model, item, key, added)];
      }),
      ...remove.map(
        (key): EditStep<'features'> =>
          (model, item) =>
            setProperty(model, item, key, undefined),
      ),
    ];
    if (steps.length === 0) throw new AgentRefusal(`Say what to change: ${[...values, 'tracker', ...lists, 'remove'].join(', ')}.`);
    const found = await findFeature(files, id, file);
    const planned = planChange(found, steps, files);
    const isOutranked = given.assumed !== undefined && analysedProduct(found.product).analysis.featureAnalysis(found.item.value).n > 0;
    return isOutranked ? { ...planned, note: 'Customers were asked about it: their answers outrank “assumed”.' } : planned;
  },
});
