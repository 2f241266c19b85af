/**
 * Builds the command, and installs what that takes where it is missing. npm runs this as the script `prepare` wherever it makes a package of
 * a checkout: `npm pack`, and `npm install` of an address in Git. Of the latter, `npm install --global`, by which pre-commit installs hooks,
 * gives the checkout no packages at all.
 */
import { ensureDependencies } from './vscode/ensure-dependencies.mjs';

await ensureDependencies();
await import('./build.mjs');
