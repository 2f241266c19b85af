import fc from 'fast-check';

/** Properties run once a mutant: a fifth of the usual number of cases. */
fc.configureGlobal({ numRuns: 20 });
