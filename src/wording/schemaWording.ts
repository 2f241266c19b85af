import * as l10n from '@vscode/l10n';

/** A title or description of the format's schema, which holds them in English, in the current language. */
export function translated(schemaText: string): string {
  // Not a literal: the schema is the only place where these texts stand, and a test holds the translations to it.
  const translate = l10n.t;
  return translate(schemaText);
}
