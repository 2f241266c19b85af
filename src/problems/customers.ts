import * as l10n from '@vscode/l10n';
import { smallestSample } from '../analysis/leadingPair.ts';
import { count, share } from '../terms/numbers.ts';

/** How many of `n` customers: a share, but two counts where a share of so few answers would look like more than it is. */
export function customers(some: number, n: number): string {
  const values = { share: share(some / n), count: count(some), n: count(n) };
  return n < smallestSample ? l10n.t('{count} of {n} customers', values) : l10n.t('{share} of {n} customers', values);
}
