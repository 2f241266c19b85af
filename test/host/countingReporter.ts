import 'mocha/mocha.js';

/** What one run gave. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures: { test: string; message: string }[];
}

/** Prints one line per test and counts them. Mocha's own reporters need a terminal or a page; an extension host has neither. */
export class CountingReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => {
      counts.passed++;
      console.log(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      counts.skipped++;
      console.log(`  - ${test.fullTitle()}`);
    });
    runner.on('retry', (test, error) => console.log(`  ↻ ${test.fullTitle()}: second try after ${error.message}`));
    runner.on('fail', (test, error) => {
      counts.failed++;
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      counts.failures.push({ test: test.fullTitle(), message });
      console.log(`  ✗ ${test.fullTitle()}\n    ${message.replaceAll('\n', '\n    ')}`);
    });
  }
}

/** The counts so far. */
export function countsOf(): Counts {
  return counts;
}

const counts: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
