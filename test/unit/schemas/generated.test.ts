import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../../scripts/generate.mjs', import.meta.url));
const output = fileURLToPath(new URL('../../../generated/validators.js', import.meta.url));

describe('the generated validators', () => {
  it('are written once, and not again while nothing changed', () => {
    execFileSync(process.execPath, [script]);
    const { mtimeMs } = statSync(output);
    execFileSync(process.execPath, [script]);
    expect(statSync(output).mtimeMs).toBe(mtimeMs);
  });

  it('stand alone: nothing to import, and nothing evaluated at run time', () => {
    // Strings go first: ajv keeps the source text of a helper in one of them.
    const code = readFileSync(output, 'utf8').replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(code).not.toMatch(/\bimport\b|\brequire\(|\beval\(|\bFunction\(/);
  });
});
