import { escapeXml } from '../../base/escapeXml.ts';
import type { Problem } from '../../problems/problem.ts';
import type { Severity } from '../../problems/problemDefinition.ts';
import type { AnalysedFile } from '../analysedFile.ts';
import { singleLine } from '../plainText.ts';
import { severityLabel } from '../problemCounts.ts';

/**
 * The problems as JUnit XML, which most CI servers show: a suite for each file, a test for each problem. A test fails if `fails` says so; other
 * problems are the output of a test that passed. A file without problems is one test that passed.
 */
export function lintJunit(
  files: readonly Pick<AnalysedFile, 'path' | 'problems'>[],
  fails: (severity: Severity) => boolean = (severity) => severity === 'error',
): string {
  const failures = (problems: readonly Problem[]) => problems.filter(({ severity }) => fails(severity)).length;
  const tests = (problems: readonly Problem[]) => Math.max(1, problems.length);
  const all = files.flatMap(({ problems }) => problems);
  const sum = files.reduce((total, { problems }) => total + tests(problems), 0);
  const suites = files.flatMap(({ path, problems }) => [
    `  <testsuite${attributes({ name: path, tests: tests(problems), failures: failures(problems), errors: 0 })}>`,
    ...(problems.length === 0 ? [`    <testcase${attributes({ name: 'kano lint', classname: path })}/>`] : []),
    ...problems.flatMap((problem) => testCase(path, problem, fails(problem.severity))),
    '  </testsuite>',
  ]);
  const root = attributes({ name: 'kano lint', tests: sum, failures: failures(all), errors: 0 });
  return `${['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${root}>`, ...suites, '</testsuites>'].join('\n')}\n`;
}

function testCase(path: string, { code, severity, message, range }: Problem, failed: boolean): readonly string[] {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const text = escapeXml(`${singleLine(path)}:${place} ${severityLabel(severity)} ${code}\n${singleLine(message)}`);
  const inside = failed
    ? `      <failure${attributes({ type: severity, message })}>${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [`    <testcase${attributes({ name: `${code} ${place}`, classname: path })}>`, inside, '    </testcase>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(singleLine(String(value)))}"`)
    .join('');
}
