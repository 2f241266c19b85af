import { Composer, type CST, type Document, type ParsedNode, Parser, YAMLParseError } from 'yaml';

/**
 * Deeper text is not composed. Every reader of nodes calls itself, and where the stack ends V8 may abort the whole process, which nobody can catch: so
 * the depth is known before. Well above what is reported as too deep in a value that is read.
 */
const depthLimit = 500;

/** A text nests deeper than is safe to read. */
export class TooDeep extends RangeError {}

/**
 * Parses YAML text as `parseDocument` of the library does. Mistakes are errors of the document; duplicate keys are not looked for, because the library
 * compares each key with every other.
 * @throws `TooDeep`
 */
export function parseShallow(text: string): Document.Parsed<ParsedNode> {
  const composer = new Composer({ prettyErrors: false, logLevel: 'error', stringKeys: false, keepSourceTokens: false, uniqueKeys: false });
  let first: Document.Parsed<ParsedNode> | undefined;
  for (const document of composer.compose(shallow(new Parser().parse(text)), true, text.length)) {
    if (first === undefined) {
      first = document as Document.Parsed<ParsedNode>;
      continue;
    }
    first.errors.push(new YAMLParseError([document.range[0], document.range[1]], 'MULTIPLE_DOCS', 'The text contains several documents'));
    break;
  }
  // With a document wanted for an empty text too, there always is one.
  return first as Document.Parsed<ParsedNode>;
}

function* shallow(tokens: Iterable<CST.Token>): Generator<CST.Token, void> {
  for (const token of tokens) {
    if (isTooDeep(token)) throw new TooDeep();
    yield token;
  }
}

/** Goes level by level, without calling itself. */
function isTooDeep(root: CST.Token): boolean {
  let level: readonly CST.Token[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > depthLimit) return true;
    const below: CST.Token[] = [];
    for (const token of level) {
      if (token.type === 'document') {
        if (token.value) below.push(token.value);
      } else if ('items' in token) {
        for (const { key, value } of token.items) {
          if (key) below.push(key);
          if (value) below.push(value);
        }
      }
    }
    level = below;
  }
  return false;
}
