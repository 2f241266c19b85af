/** The types of the generated validators: our own, so that the pure rooms need not import those of ajv. */
export function validatorDeclarations(names) {
  return `// Generated from schemas/ by scripts/generate.mjs: do not edit.

/** What each keyword says of its failure. */
interface Failures {
  additionalProperties: { additionalProperty: string };
  const: { allowedValue: unknown };
  enum: { allowedValues: readonly string[] };
  exclusiveMinimum: { comparison: '>'; limit: number };
  /** A failure of \`then\` or \`else\`, which reports its own. */
  if: { failingKeyword: 'then' | 'else' };
  maximum: { comparison: '<='; limit: number };
  maxItems: { limit: number };
  minimum: { comparison: '>='; limit: number };
  minItems: { limit: number };
  minLength: { limit: number };
  /** Keys that exclude each other, or of which one must be there. */
  not: Record<string, never>;
  pattern: { pattern: string };
  required: { missingProperty: string };
  type: { type: 'array' | 'boolean' | 'integer' | 'number' | 'object' | 'string' | readonly ['object', 'string'] };
}

/** One failed keyword of the schema. There is no message: ours are worded by the wording room. */
export type ValidationError = {
  [Keyword in keyof Failures]: {
    readonly keyword: Keyword;
    readonly params: Readonly<Failures[Keyword]>;
    /** JSON Pointer to the failing value, from the value that was validated: \`/tallies/0/counts\`. */
    readonly instancePath: string;
  };
}[keyof Failures];

export interface Validator {
  /** Whether \`value\` fits; if not, \`errors\` holds all that does not, until the next call. */
  (value: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

${names.map((name) => `export declare const ${name}: Validator;`).join('\n')}
`;
}
