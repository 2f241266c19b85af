/**
 * Stands in for `decode-named-character-reference`, whose table of HTML's 2,231 names is a tenth of the extension: the Markdown writer
 * decodes only the labels of link references, and we write none. No name is known here, so text stays as it is.
 */
export function decodeNamedCharacterReference() {
  return false;
}
