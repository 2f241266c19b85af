import { expect, test } from 'vitest';
import manifest from '../../../package.json';

test('no other extension is asked to validate our files too: every problem would be reported twice', () => {
  expect(Object.keys(manifest.contributes)).not.toContain('yamlValidation');
  expect(Object.keys(manifest.contributes)).not.toContain('jsonValidation');
  expect(JSON.stringify(manifest.contributes)).not.toContain('yaml.schemas');
});
