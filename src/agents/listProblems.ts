import type { CsvCell } from '../base/csv.ts';
import { defaultSeverities } from '../problems/index.ts';
import type { Problem } from '../problems/problem.ts';
import { severities } from '../problems/problemDefinition.ts';
import { AgentRefusal, readingTool } from './agentTool.ts';
import { findFeature, findProducts, notThere } from './findFeature.ts';
import { leanTable } from './leanTable.ts';
import { problemsIn, problemsOf } from './problemsOf.ts';

/** `kano_list_problems` */
export const listProblems = readingTool({
  name: 'kano_list_problems',
  title: 'List problems',
  description:
    'What is wrong or doubtful in *.kano.yaml files, as kano lint reports it: broken YAML, unknown ids, too few answers, personas that disagree, categories that drifted, must-be features that were rejected, stale data. Most severe first.',
  input: {
    type: 'object',
    properties: {
      file: { type: 'string' },
      feature: { type: 'string', description: 'Id' },
      severity: { type: 'string', enum: severities, description: 'At least this severe' },
      code: { type: 'string', description: 'kano/…' },
      limit: { type: 'integer', minimum: 1, maximum: 500, description: 'Default 50' },
    },
    additionalProperties: false,
  },
  async answer({ file, feature, severity = 'hint', code, limit = 50 }, files) {
    const codes = Object.keys(defaultSeverities);
    if (code !== undefined && !codes.includes(code)) throw new AgentRefusal(notThere('code', code, codes));
    const { all, products, note } = await findProducts(files, file);
    const found = feature === undefined ? undefined : await findFeature(files, feature, file);
    const opened = found ? [found.own] : file === undefined ? all : products;
    const problems = opened.flatMap((product) => {
      files.stopIfCancelled();
      const ofFile = problemsOf(product);
      return (found ? problemsIn(ofFile, found.model, found.item) : ofFile).map((problem) => ({ product, problem }));
    });
    const isWanted = ({ problem }: (typeof problems)[number]) =>
      severities.indexOf(problem.severity) <= severities.indexOf(severity) && (code === undefined || problem.code === code);
    const wanted = severities.flatMap((level) => problems.filter((each) => each.problem.severity === level && isWanted(each)));
    if (wanted.length === 0) return `No problem${problems.length > 0 ? ' matches' : ''}.${note}`;
    const rows = wanted.slice(0, limit).map(({ product, problem }) => problemRow(problem, files.pathOf(product.opened.uri)));
    const more = wanted.length > limit ? `\n${wanted.length - limit} more: filter, or raise limit.` : '';
    return leanTable(['severity', 'code', 'where', 'message'], rows) + more + note;
  },
});

function problemRow({ severity, code, message, range }: Problem, path: string): readonly CsvCell[] {
  return [severity, code, `${path}:${range.start.line + 1}`, message];
}
