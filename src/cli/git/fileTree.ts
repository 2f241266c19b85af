import type { ConfigurationFile } from '../../document/configuration.ts';
import type { DocumentSource } from '../../document/product.ts';

/**
 * The requirements files of a repository in one state. A file is known by its location: the absolute path that it has in the work tree, or
 * would have, with forward slashes and links resolved. So the same file has the same location in every state.
 */
export interface FileTree extends Pick<DocumentSource, 'resolve'> {
  /** The `.kanorc.yaml` nearest to a file in this state. Fails where there is one that cannot be read. */
  configurationFile(location: string): Promise<ConfigurationFile | undefined>;
  /** Whether a `.kanorc.yaml` above a file leaves it out in this state. */
  excludes(location: string): Promise<boolean>;
  readonly locations: readonly string[];
  /** What Git calls the content of a file that is not on the disk; `undefined` for one that is, or that is not there. */
  objectOf(location: string): string | undefined;
  /** `undefined` where there is no such file. Fails where it cannot be read. */
  readText(location: string): Promise<string | undefined>;
  /** Files whose versions Git could not merge and nobody has merged yet. */
  readonly unmerged: ReadonlySet<string>;
}
