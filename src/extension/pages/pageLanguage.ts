import * as vscode from 'vscode';
import { currentLanguage, type TranslationBundle } from '../../terms/language.ts';

/** The language that a page is to speak, with its translations. */
export function language() {
  const bundle = vscode.l10n.bundle as TranslationBundle | undefined;
  return { language: currentLanguage(), ...(bundle && { bundle }) };
}
