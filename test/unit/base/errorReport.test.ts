import { expect, it } from 'vitest';
import { errorReport } from '../../../src/base/errorReport.ts';

it('names the kind of error and where it was thrown, and no folder of the machine', () => {
  const error = new TypeError('Cannot read properties of undefined');
  error.stack = `TypeError: Cannot read properties of undefined
    at Checker.check (/home/me/secret plans/dist/extension.js:3:14)
    at C:\\Users\\me\\kano\\dist\\cli.js:1:2
    at async Promise.all (index 0)`;
  expect(errorReport(error)).toBe(
    'TypeError: Cannot read properties of undefined\n    at Checker.check (extension.js:3:14)\n    at cli.js:1:2\n    at async Promise.all (index 0)',
  );
});

it.each([
  () => JSON.parse('{"title": Secret}'),
  () => {
    throw new Error("The file “Secret” is odd, and so is 'Secret', `Secret` and \"Secret");
  },
  () => {
    throw 'Secret';
  },
])('holds nothing of a file: %s', (fail) => {
  let report = '';
  try {
    fail();
  } catch (error) {
    report = errorReport(error);
  }
  expect(report).not.toBe('');
  expect(report.split('\n')[0]).not.toContain('Secret');
});
