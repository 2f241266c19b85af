/**
 * The value of a scalar that is written without quotes, by the core schema of YAML 1.2 (chapter 10.3), with the same results as the `yaml`
 * library: null, true and false, integers (decimal, `0o`, `0x`), floating-point numbers, else text.
 */
export function plainScalarValue(source: string): string | number | boolean | null {
  if (!mayBeOther.test(source)) return source;
  if (/^(?:~|[Nn]ull|NULL)?$/.test(source)) return null;
  if (/^(?:[Tt]rue|TRUE)$/.test(source)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(source)) return false;
  if (/^[-+]?[0-9]+$/.test(source)) return Number.parseInt(source, 10);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(source)) return Number.parseFloat(source);
  if (/^0o[0-7]+$/.test(source)) return Number.parseInt(source.slice(2), 8);
  if (/^0x[0-9a-fA-F]+$/.test(source)) return Number.parseInt(source.slice(2), 16);
  if (/^(?:\.nan|\.NaN|\.NAN)$/.test(source)) return Number.NaN;
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(source)) return source.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return source;
}

/** Nearly all scalars are text, which their first character tells. */
const mayBeOther = /^(?:[-+.0-9~]|[tTfFnN][a-zA-Z]{3,4}$|$)/;
