import fc from 'fast-check';

/**
 * The seed of all property tests: the same in every run, so that a change is never blamed for a case that nobody drew before.
 * `npm run torture` draws others.
 */
const seed = Number(process.env.FUZZ_SEED ?? 4711);
fc.configureGlobal({ seed });
