/**
 * Says in the log of a job what a step of action.yml wrote on standard error: `node say.mjs FILE CODE`, with the exit code of the command. What made the step
 * fail becomes an annotation, so that it shows where the pull request does, and speaks of the action's inputs: nobody there typed a command. Lines that belong
 * to a message, such as what differs in a backlog, are in its annotation.
 */
import { readFileSync } from 'node:fs';

/** The action's inputs, by the options that the steps make of them. */
const inputs = {
  'max-warnings': 'max-warnings',
  'fail-on': 'fail-on',
  'group-by': 'backlog-group-by',
  all: 'backlog-all',
  output: 'backlog',
  lang: 'lang',
};

const [file = '', code] = process.argv.slice(2);
for (const message of readFileSync(file, 'utf8')
  .split(/\n(?!- |\+ | {2})/)
  .filter(Boolean)) {
  const [first = '', ...others] = message.split('\n').filter(Boolean).map(printable);
  const lines = [inWordsOfInputs(first.replace(/^kano: /, '')), ...others];
  // At the beginning of a line, "::" makes a command of the rest.
  console.log(
    code === '0' ? `kano: ${lines.join('\n')}` : `::error title=kano::${lines.map((line) => line.replaceAll('%', '%25')).join('%0A')}`,
  );
}

/**
 * A control character could end the line for GitHub's runner, and begin a command of its own; others rewrite what a terminal shows.
 *
 * @param {string} line
 */
function printable(line) {
  return line.replace(/[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

/** @param {string} line */
function inWordsOfInputs(line) {
  const options = Object.keys(inputs).join('|');
  const invalid = new RegExp(`^option '(?:-\\w, )?--(${options})(?: <[^>]*>)?' argument '(.*)' is invalid\\.`);
  const inWords = line
    .replace(invalid, (_, option, value) => `The input ${inputOf(option)} is “${value}”.`)
    .replace(/(?<![^\s，])--(max-warnings|fail-on)(?=\s)/, '$1');
  const { KANO_DIFF_BASE: base, KANO_PATHS: paths = '' } = process.env;
  if (base && line.includes(base)) return `diff-base: ${inWords}`;
  const isPath = paths.split('\n').some((path) => path !== '' && line.startsWith(`${path} `));
  return code === '2' && isPath ? `paths: ${inWords}` : inWords;
}

/** @param {string} option */
function inputOf(option) {
  return inputs[/** @type {keyof typeof inputs} */ (option)];
}
