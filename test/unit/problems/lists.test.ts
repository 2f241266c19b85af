import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import analysisSchema from '../../../schemas/analysis.schema.json';
import settingsSchema from '../../../schemas/kanorc.schema.json';
import { problemDefinitions } from '../../../src/problems/index.ts';

const root = resolve(import.meta.dirname, '../../..');

it('the list of problems, the schemas and the table of docs/method.md agree', () => {
  const listed = problemDefinitions.map(({ code, severity }) => ({ code, severity }));
  const settings = Object.entries(settingsSchema.$defs.rules.properties);
  expect(settings.map(([code, { default: severity }]) => ({ code, severity }))).toEqual(listed);
  for (const [index, { title, description }] of problemDefinitions.entries()) {
    expect(settings[index]?.[1].title).toBe(title);
    expect(settings[index]?.[1].description).toContain(`${description} Reported as `);
  }
  expect(analysisSchema.$defs.problem.properties.code.enum).toEqual(listed.map(({ code }) => code));
  const rows = [
    ...readFileSync(resolve(root, 'docs/method.md'), 'utf8').matchAll(/^\| \[`(kano\/[a-z-]+)`\]\(#[a-z-]+\) \| (\w+) \| (.*) \|$/gm),
  ];
  expect(rows.map(([, code, severity]) => ({ code, severity }))).toEqual(listed);
  expect(rows.map(([, , , description]) => description)).toEqual(problemDefinitions.map(({ description }) => description));
});

it('no generated part of a file under version control is stale', () => {
  execFileSync(process.execPath, [resolve(root, 'scripts/generate.mjs'), '--check'], { stdio: 'pipe' });
});

it('a problem looks at something, and has a code of its own', () => {
  for (const { code, findInItem, findInFeature, findInProduct } of problemDefinitions) {
    expect(findInItem ?? findInFeature ?? findInProduct, code).toBeDefined();
  }
  expect(new Set(problemDefinitions.map(({ code }) => code)).size).toBe(problemDefinitions.length);
});
