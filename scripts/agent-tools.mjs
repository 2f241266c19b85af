// Writes what src/agents/ declares of its tools into package.json, where VS Code reads it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leaveOutGenerated } from './problem-lists.mjs';

/** @typedef {{ name: string, description: string, input: object }} Tool */

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const path = resolve(root, 'package.json');

/**
 * Brings the tools in package.json up to date, or only looks whether they are.
 *
 * @param {{ check?: boolean }} [options]
 * @returns {Promise<string[]>} The file whose tools were stale, or none.
 */
export async function writeAgentTools({ check = false } = {}) {
  const before = readFileSync(path, 'utf8');
  const manifest = JSON.parse(before);
  manifest.contributes.languageModelTools = (await readTools()).map(({ name, description, input }) => ({
    name,
    toolReferenceName: name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    canBeReferencedInPrompt: true,
    icon: '$(graph-scatter)',
    tags: ['kano'],
    inputSchema: input,
  }));
  const after = `${JSON.stringify(manifest, null, 2)}\n`;
  if (after !== before && !check) writeFileSync(path, after);
  return after === before ? [] : ['package.json'];
}

/** @returns {Promise<Tool[]>} */
async function readTools() {
  const { outputFiles } = await build({
    entryPoints: [resolve(root, 'src/agents/agentTools.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    plugins: [{ name: 'without-validators', setup: leaveOutGenerated }],
  });
  const module = { exports: /** @type {{ agentTools: Tool[] }} */ ({ agentTools: [] }) };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, createRequire(import.meta.url));
  return module.exports.agentTools;
}
