import type { ConfigurationFile } from '../../document/configuration.ts';
import type { DocumentSource } from '../../document/product.ts';

/**
 * The requirements files of a repository in one state. A file is known by its location: the absolute path that it has in the work tree, or
 * would have, with forward slashes and links resolved. So the same file has the same location in every state.
 */
export interface FileTree extends Pick<DocumentSource, 'resolve'> {
  /** The `.kanorc.yaml` nearest to a file in this state. Fails where there is one that cannot be read. */
  configurationFile(location: string): Promise<ConfigurationFile | undefined>;
  readonly locations: readonly string[];
  /** `undefined` where there is no such file. Fails where it cannot be read. */
  readText(location: string): Promise<string | undefined>;
  /** Files whose versions Git could not merge and nobody has merged yet. */
  readonly unmerged: ReadonlySet<string>;
}
