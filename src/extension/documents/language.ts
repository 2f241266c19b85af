import * as vscode from 'vscode';
import { languageFor, type TranslationBundle, useLanguage } from '../../terms/language.ts';

/** Lets all words and numbers follow the language of the interface. */
export function followInterfaceLanguage(): void {
  useLanguage(languageFor(vscode.env.language), vscode.l10n.bundle as TranslationBundle | undefined);
}
