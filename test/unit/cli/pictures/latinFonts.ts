import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const resolveFrom = (from: string) => createRequire(from).resolve;
const markdownlint = resolveFrom(import.meta.url)('markdownlint');
const math = resolveFrom(markdownlint)('micromark-extension-math');

/** A folder of real fonts with Latin letters and signs, the same on every machine: those of KaTeX, which `markdownlint` brings. */
export const latinFonts = join(dirname(resolveFrom(math)('katex')), 'fonts');
