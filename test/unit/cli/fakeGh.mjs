#!/usr/bin/env node
// Stands in for GitHub's command: keeps issues in a file, and knows the calls of the script that is tested, with the options that gh documents.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.FAKE_GH_ISSUES ?? '';
const issues = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const [noun, verb, ...rest] = process.argv.slice(2);
/** @type {Record<string, string>} */
const options = {};
const operands = [];
while (rest.length > 0) {
  const word = rest.shift() ?? '';
  const [, name, value] = /^--([a-z]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  if (name === undefined) operands.push(word);
  else options[name] = value ?? rest.shift() ?? '';
}
const jq = (value) => process.stdout.write(execFileSync('jq', ['-r', options.jq ?? '.'], { input: JSON.stringify(value) }));
const found = issues.find(({ number }) => String(number) === operands[0]);
if (noun !== 'issue' || options.repo !== 'team/shop') process.exit(1);
if (verb === 'list') jq(issues.map(({ number, body }) => ({ number, body })));
else if (verb === 'create') issues.push({ number: issues.length + 1, title: options.title, body: options.body });
else if (verb === 'view' && found) jq({ body: found.body });
else if (verb === 'edit' && found) Object.assign(found, { title: options.title ?? found.title, body: options.body });
else process.exit(1);
writeFileSync(file, JSON.stringify(issues));
