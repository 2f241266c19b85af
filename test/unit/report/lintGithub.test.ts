import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintGithub } from '../../../src/report/lint/lintGithub.ts';
import { singleLine } from '../../../src/report/plainText.ts';
import { filesWithProblems, fileWith } from './problemsIn.ts';

const first = (...parameters: Parameters<typeof fileWith>) => lintGithub([fileWith(...parameters)]).split('\n')[0];
/** What the runner makes of a value. */
const decoded = (text: string) =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');

describe('annotations for GitHub', () => {
  it('stand where the problem stands, counted from 1, the last column counted in', () => {
    expect(first('a.kano.yaml')).toBe('::error file=a.kano.yaml,line=3,endLine=3,col=31,endColumn=34,title=kano/schema::What is wrong');
  });

  it('have columns only within one line, and one at least', () => {
    const start = { line: 0, character: 4 };
    expect(first('a.kano.yaml', { range: { start, end: { line: 1, character: 2 } } })).toMatch(
      /file=a\.kano\.yaml,line=1,endLine=2,title=/,
    );
    expect(first('a.kano.yaml', { range: { start, end: start } })).toMatch(/col=5,endColumn=5,/);
  });

  it('stay one command each, whatever the problems hold', () => {
    fc.assert(
      fc.property(filesWithProblems, (files) => {
        const lines = lintGithub(files).split('\n');
        const all = files.flatMap(({ path, problems }) => problems.map((problem) => ({ path, problem })));
        expect(lines).toHaveLength(all.length + 2);
        const paths = lines.slice(0, -2).map((line) => decoded(/^::(?:error|warning|notice) file=([^,:]*),line=/.exec(line)?.[1] ?? '?'));
        // The log is a terminal: of control characters only signs are left.
        expect(paths.map(singleLine).sort()).toEqual(all.map(({ path }) => singleLine(path)).sort());
        expect(lines.at(-2)).not.toMatch(/^\s*::/);
      }),
    );
    expect(first('a,b:c%.kano.yaml', { message: '100%\n::error::x' })).toBe(
      '::error file=a%2Cb%3Ac%25.kano.yaml,line=3,endLine=3,col=31,endColumn=34,title=kano/schema::100%25 ::error::x',
    );
  });

  it('begin with the most severe, because GitHub shows ten of a kind', () => {
    const files = (['hint', 'info', 'warning', 'error'] as const).map((severity) => fileWith(`${severity}.kano.yaml`, { severity }));
    expect(lintGithub(files).match(/^::\w+ file=\w+/gm)).toEqual([
      '::error file=error',
      '::warning file=warning',
      '::notice file=info',
      '::notice file=hint',
    ]);
    expect(lintGithub([])).toBe('No problems in 0 files\n');
  });
});
