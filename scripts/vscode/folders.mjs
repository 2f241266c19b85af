import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Cache for every downloaded VS Code; `@vscode/test-electron` keeps its own downloads there too. Git ignores it. */
export const cacheFolder = join(projectFolder, '.vscode-test');

/** Where test runs leave counts, logs and screenshots. Git ignores it. */
export const testResultsFolder = join(projectFolder, 'test-results');
