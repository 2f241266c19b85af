import * as l10n from '@vscode/l10n';

/** The languages the product speaks. */
export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** Translations by English text, as `l10n/bundle.l10n.<language>.json` holds them and `vscode.l10n.bundle` gives them. */
export type TranslationBundle = Readonly<Record<string, string | { readonly message: string; readonly comment: readonly string[] }>>;

let current: Language = 'en';

/**
 * Sets the language of all words and numbers from now on. Without a bundle everything is English, numbers too, whatever
 * language is asked for: half a translation would be harder to read than none.
 */
export function useLanguage(language: Language, bundle?: TranslationBundle): void {
  current = bundle === undefined ? 'en' : language;
  l10n.config({ contents: current === 'en' ? {} : (bundle as Record<string, string>) });
}

/** The language in use. */
export function currentLanguage(): Language {
  return current;
}

/** The language we speak to someone whose interface is in `tag` (`zh-cn`, `zh-Hans`, `en-GB`, `de`): English where we do not speak theirs. */
export function languageFor(tag: string): Language {
  return /^zh(?:-(?:hans|cn|sg)\b.*)?$/i.test(tag) ? 'zh-cn' : 'en';
}

/** The BCP 47 tag that `Intl` formats numbers by. */
export function locale(): string {
  return current === 'zh-cn' ? 'zh-CN' : 'en';
}
