/** Adds what `kano diff` wrote to the summary of the job: `node summary.mjs FILE`. Part of action.yml; the environment is GitHub's. */
import { appendFileSync, readFileSync } from 'node:fs';
import { shorten } from './shorten.mjs';

/** GitHub shows nothing at all of a longer one. */
const longest = 1024 * 1024 - 1;

appendFileSync(process.env.GITHUB_STEP_SUMMARY ?? '', shorten(readFileSync(process.argv[2] ?? '', 'utf8'), longest, 'summary'));
