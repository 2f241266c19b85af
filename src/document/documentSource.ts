import type { Configuration } from './format/configuration.ts';
import type { KanoModel } from './kanoModel.ts';

/** Why a file named under `uses` cannot be used. */
export type UnresolvedReason = 'not-found' | 'outside' | 'not-kano' | 'unreadable';

/**
 * Where documents come from: implemented over `vscode.workspace` and over `node:fs`, the only way for the pure rooms to
 * reach another file.
 */
export interface DocumentSource {
  /**
   * The identity of the file that `relativePath` names, seen from the file `from`, with symbolic links resolved; or why
   * it may not be read: it is missing, or outside the workspace folder or repository.
   */
  resolve(from: string, relativePath: string): Promise<{ readonly uri: string } | { readonly reason: UnresolvedReason }>;

  /** The current content of a file that `resolve` gave, or `undefined` when it cannot be read. */
  open(uri: string): Promise<KanoModel | undefined>;

  /** What the `.kanorc.yaml` nearest to a file says, upwards to the workspace folder or repository; `undefined` where there is none. */
  configuration?(uri: string): Promise<Configuration | undefined>;
}
