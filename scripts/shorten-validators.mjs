// What ajv writes repeats itself: 350 times the same eight lines that note a failure, and whole schemas of which only the
// names of the properties and some allowed values are asked for. Without that the validators take half of the space in every bundle.

const failure =
  /const (err\d+) = \{instancePath(?::([^{}]*?))?,schemaPath:"[^"]*",keyword:("[^"]*"),params:(\{.*?\})\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;

const noteFailure = `
function noteFailure(failures, instancePath, keyword, params) {
  const failure = { instancePath, keyword, params };
  if (failures === null) return [failure];
  failures.push(failure);
  return failures;
}`;

/**
 * The same validators in less text: failures without `schemaPath` (it is for debugging), noted by one function. Throws when ajv
 * writes something else than this was made for: then the bundles would silently grow.
 */
export function shortenValidators(code) {
  let count = 0;
  const shortened = code.replace(failure, (_match, _name, path = 'instancePath', keyword, params) => {
    count++;
    return `vErrors = noteFailure(vErrors, ${path}, ${keyword}, ${params});errors++;`;
  });
  if (count < 100) throw new Error(`ajv writes failures in another form than expected: ${count} were found`);
  return `${withoutUnusedContext(withoutUnusedSchemas(shortened))}${noteFailure}`;
}

/** What ajv hands down for keywords that the schemas do not have: `unevaluatedProperties`, `$dynamicRef`, `$data`. */
function withoutUnusedContext(code) {
  return code
    .replace(
      /const (evaluated\d+) = validate\d+\.evaluated;if\(\1\.dynamicProps\)\{\1\.props = undefined;\}if\(\1\.dynamicItems\)\{\1\.items = undefined;\}/g,
      '',
    )
    .replace(/validate\d+\.evaluated = \{[^{}]*"dynamicProps":false,"dynamicItems":false\};/g, '')
    .replaceAll('{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}', '{instancePath=""}={}')
    .replace(/(\{instancePath:[^{}]+?),parentData:[^{}]+?,rootData,dynamicAnchors\}/g, '$1}');
}

/** Embedded schemas that are asked for the names of their properties and their allowed values, and nothing else, keep those. */
function withoutUnusedSchemas(code) {
  let result = code;
  for (const [declaration, name] of code.matchAll(/const (schema\d+) = (?=\{)/g)) {
    const start = result.indexOf(declaration) + declaration.length;
    const literal = objectLiteral(result, start);
    const uses = [...result.matchAll(new RegExp(`\\b${name}\\b(?! = )(\\.properties(?:\\.\\w+\\.enum\\b|\\b(?!\\.)))?`, 'g'))];
    if (uses.some(([, known]) => known === undefined)) continue;
    const properties = Object.entries(JSON.parse(literal).properties ?? {}).map(([property, { enum: values }]) => [
      property,
      { enum: values },
    ]);
    const kept = JSON.stringify({ properties: Object.fromEntries(properties) });
    result = `${result.slice(0, start)}${kept}${result.slice(start + literal.length)}`;
  }
  return result;
}

/** The JSON object that begins at `start`: up to the first semicolon at which it is complete. */
function objectLiteral(code, start) {
  for (let end = code.indexOf(';', start); end !== -1; end = code.indexOf(';', end + 1)) {
    const literal = code.slice(start, end);
    try {
      JSON.parse(literal);
      return literal;
    } catch {
      // A semicolon inside a text of the schema.
    }
  }
  throw new Error('ajv writes schemas in another form than JSON');
}
