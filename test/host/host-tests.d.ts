/** All `*.test.ts` files of this folder; scripts/tests/bundle-host-tests.mjs makes it while bundling. */
declare module 'host-tests';

/** The extension host for which this bundle was made. */
declare const EXPECTED_HOST: 'node' | 'web-worker';
