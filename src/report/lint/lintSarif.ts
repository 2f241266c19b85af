import { defaultSeverities, type ProblemCode } from '../../problems/index.ts';
import { methodSection } from '../../problems/methodSection.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Severity } from '../../problems/problemDefinition.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { severityLabel } from '../problemCounts.ts';

/** What a SARIF log says about the program that wrote it. */
interface SarifTool {
  readonly version: string;
  /** The text of `docs/method.md` in the current language, from which the help of each rule is taken. */
  readonly method: string;
}

/**
 * The problems as a log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub's code scanning and others read. Lines
 * and columns count from 1, columns in UTF-16 code units; paths are relative to where the command runs (`%SRCROOT%`).
 */
export function lintSarif(files: readonly Pick<AnalysedFile, 'path' | 'problems'>[], { version, method }: SarifTool): object {
  const codes = Object.keys(defaultSeverities) as ProblemCode[];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'kano', version, semanticVersion: version, rules: codes.map((code) => rule(code, method)) } },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ path, problems }) => problems.map((problem) => result(path, problem, codes))),
      },
    ],
  };
}

function rule(code: ProblemCode, method: string): object {
  const help = problemHelp(method, code);
  return {
    id: code,
    ...(help && {
      shortDescription: { text: help.short },
      help: { text: help.text, markdown: help.markdown },
    }),
    defaultConfiguration: { level: level(defaultSeverities[code]) },
  };
}

function result(path: string, { code, severity, message, range }: Problem, codes: readonly ProblemCode[]): object {
  const { start, end } = range;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: level(severity),
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: pathUri(path), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
  };
}

function level(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}

/** What `docs/method.md` says of a problem: when it is reported, why, and what to do. */
interface ProblemHelp {
  /** When, as one sentence or two of plain text. */
  readonly short: string;
  /** All of it, as Markdown and as plain text. */
  readonly markdown: string;
  readonly text: string;
}

/**
 * Finds the section about a problem in the text of `docs/method.md`, in the current language.
 * @returns `undefined` where it has none
 */
function problemHelp(method: string, code: ProblemCode): ProblemHelp | undefined {
  const section = methodSection(method, code);
  if (section === undefined) return undefined;
  const points = section.split(/^- /m).flatMap((point) => (point.trim() === '' ? [] : [plain(point)]));
  const when = points[0]?.replace(/^[^:：]*[:：]\s*/, '') ?? '';
  // The first sentence is enough for a list of rules; what follows the sentence is the severity, which stands beside it.
  const [short = ''] = when.split(new RegExp(`(?<=[.;:。；：]) ?${severityLabel(defaultSeverities[code])}(?=[.,;。，；])`, 'i'));
  return {
    short: sentence(short),
    // Links lead to other sections of the page, which is not there where the help is shown.
    markdown: withoutLinks(section),
    text: points.join('\n'),
  };
}

function plain(markdown: string): string {
  return withoutLinks(markdown)
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}`;
}

/** A path with forward slashes as a relative URI reference, percent-encoded. */
export function pathUri(path: string): string {
  // Half a surrogate pair has no encoding.
  return path
    .replace(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
