/** The characters that have a meaning in the plain subset of YAML. */
export const characterCodes = {
  ...{
    lineFeed: 10,
    carriageReturn: 13,
    space: 32,
    hash: 35,
    ampersand: 38,
    asterisk: 42,
    comma: 44,
    dash: 45,
    colon: 58,
    greaterThan: 62,
  },
  ...{
    doubleQuote: 34,
    singleQuote: 39,
    backslash: 92,
    openBracket: 91,
    closeBracket: 93,
    openBrace: 123,
    verticalBar: 124,
    closeBrace: 125,
  },
} as const;
