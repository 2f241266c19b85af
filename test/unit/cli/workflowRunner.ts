import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

interface Step {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface StepResult {
  readonly name: string;
  /** `null` for a step that was left out. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** What a job gives to an action. */
export interface Job {
  /** Where the repository is checked out. */
  readonly workspace: string;
  /** A folder for what the runner keeps. */
  readonly runner: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly actionPath: string;
  /** Of a pull request, or of a merge group. */
  readonly event?:
    | { readonly base: string; readonly number: number; readonly head?: string; readonly ref?: string }
    | { readonly groupBase: string };
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs the steps of a composite action one after the other, as GitHub's runner does: the expressions in `if` and `env` evaluated, each script
 * in bash with the options of `shell: bash`, GITHUB_PATH, GITHUB_OUTPUT and GITHUB_STEP_SUMMARY as files. `outputs` is what the steps wrote of them.
 */
export async function runAction(
  text: string,
  job: Job,
): Promise<{ readonly steps: readonly StepResult[]; readonly summary: string; readonly outputs: string }> {
  const action = parse(text);
  const defaults = Object.entries<{ readonly default?: string }>(action.inputs).map(([name, input]) => [
    name,
    evaluated(input.default ?? '', { inputs: {}, steps: {}, job }),
  ]);
  const inputs = { ...Object.fromEntries(defaults), ...job.inputs };
  const temporary = mkdtempSync(join(job.runner, 'runner '));
  const files = {
    GITHUB_PATH: join(temporary, 'path'),
    GITHUB_OUTPUT: join(temporary, 'output'),
    GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
  };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const outcomes: Record<string, { outcome: string }> = {};
  const steps: StepResult[] = [];
  for (const step of action.runs.steps as Step[]) {
    const failed = steps.some(({ code }) => code !== null && code !== 0);
    const evaluate = (expression: string) => evaluated(expression, { inputs, steps: outcomes, job });
    const condition = step.if ?? '';
    const wanted = condition === '' || evaluate(condition) === 'true';
    if (!wanted || (failed && !condition.includes('cancelled()'))) {
      steps.push({ name: step.name, code: null, output: '', errors: '' });
      continue;
    }
    const given = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)]));
    const path = readFileSync(files.GITHUB_PATH, 'utf8').trim().split('\n').filter(Boolean).reverse();
    const environment = {
      ...process.env,
      ...files,
      RUNNER_TEMP: temporary,
      GITHUB_REPOSITORY: 'kano/example',
      ...job.environment,
      ...given,
      PATH: [...path, job.environment?.PATH ?? process.env.PATH].join(':'),
    };
    const result = await bash(step, temporary, job.workspace, environment);
    steps.push(result);
    if (step.id) outcomes[step.id] = { outcome: result.code === 0 ? 'success' : 'failure' };
  }
  return { steps, summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'), outputs: readFileSync(files.GITHUB_OUTPUT, 'utf8') };
}

async function bash(step: Step, folder: string, cwd: string, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const script = join(folder, 'step.sh');
  writeFileSync(script, step.run);
  const call = promisify(execFile)('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], { cwd, env });
  const { code = 0, stdout, stderr } = await call.catch((error) => error);
  return { name: step.name, code, output: stdout, errors: stderr };
}

interface Context {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, { readonly outcome: string }>>;
  readonly job: Job;
}

/** The parts of GitHub's expression language that the action uses: contexts, `==`, `!=`, `&&`, `||`, `cancelled()`. */
function evaluated(text: string, { inputs, steps, job }: Context): string {
  const pull = job.event && 'base' in job.event ? job.event : undefined;
  const group = job.event && 'groupBase' in job.event ? job.event : undefined;
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const code = expression.replace(/'[^']*'|[\w.-]+(?:\(\))?/g, (token) => {
      const [context, ...path] = token.split('.');
      if (context === 'inputs') return JSON.stringify(inputs[path.join('.')] ?? '');
      if (context === 'steps') return JSON.stringify(steps[path[0] ?? '']?.outcome ?? '');
      return JSON.stringify(
        {
          'github.action_path': job.actionPath,
          'github.token': 'token-of-the-job',
          'github.event.pull_request.base.sha': pull?.base ?? '',
          'github.event.pull_request.base.ref': pull?.ref ?? '',
          'github.event.pull_request.head.sha': pull?.head ?? '',
          'github.event.pull_request.number': String(pull?.number ?? ''),
          'github.event.merge_group.base_sha': group?.groupBase ?? '',
        }[token] ?? (token === 'cancelled()' ? false : token.replace(/^'|'$/g, '')),
      );
    });
    return String(new Function(`return ${code}`)());
  });
}
