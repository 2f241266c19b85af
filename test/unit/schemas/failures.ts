import type { ValidationError, Validator } from '../../../generated/validators.js';

/** Each failure as one line: place, keyword, and what the keyword asks for, such as `/status enum idea,planned`. */
export function failures(validate: Validator, value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map(line);
}

function line({ instancePath, keyword, params }: ValidationError): string {
  const details = Object.entries(params).filter(([name]) => name !== 'comparison');
  return [instancePath, keyword, ...details.map(([, value]) => String(value))].join(' ').trim();
}
