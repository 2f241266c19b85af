/** The names of the anchors and aliases in a text. */
export interface Names {
  /** Of all anchors: aliases elsewhere could refer to them. */
  readonly anchors: ReadonlySet<string>;
  /** Of all aliases. */
  readonly aliases: ReadonlySet<string>;
  /** Of aliases without an anchor before them in the text. */
  readonly unresolvedAliases: ReadonlySet<string>;
}

/** The names of a text without any, as nearly all are. */
export const noNames: Names = { anchors: new Set(), aliases: new Set(), unresolvedAliases: new Set() };

/** More values than this from aliases are an alias bomb: no requirements file has nearly as many. */
export const aliasedValuesLimit = 1_000_000;
