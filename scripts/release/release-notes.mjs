// Prints what is new in a version: node scripts/release/release-notes.mjs v1.2.3
// Fails where the tag is not that of the version in package.json, or CHANGELOG.md says nothing of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../vscode/folders.mjs';

const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
if (tag !== `v${version}`)
  fail(`The tag is “${tag}”, but package.json has the version ${version}: tag v${version}, or change the version first.`);
const [, ...sections] = readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8').split(/^## /m);
const section = sections.find((text) => text.split('\n')[0]?.split(' ')[0] === version);
const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
if (notes === '') fail(`CHANGELOG.md has no “## ${version}” with text below it: rename “Unreleased” first.`);
console.log(notes);

/**
 * @param {string} reason
 * @returns {never}
 */
function fail(reason) {
  console.error(reason);
  process.exit(1);
}
