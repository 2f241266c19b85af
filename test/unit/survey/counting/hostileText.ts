import fc from 'fast-check';

const signs = [
  "'",
  '"',
  '`',
  '\\',
  ';',
  '-',
  '/',
  '*',
  '\n',
  '\r',
  '\t',
  '{',
  '}',
  '%',
  '#',
  '$',
  '&',
  '<',
  '>',
  '?',
  ':',
  '@',
  '(',
  ')',
  ',',
  '.',
  ' ',
  'a',
  'n',
  'u',
  '0',
  'é',
  '功',
  '😀',
];

/** Texts of signs that end quotes, escape them, or begin something in one of the engines. */
export function hostileText(maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...signs), maxLength });
}
