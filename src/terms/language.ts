import * as l10n from '@vscode/l10n';
import { en } from './languages/en.ts';
import type { LanguageRecord } from './languages/languageRecord.ts';
import { zhCn } from './languages/zh-cn.ts';

/** The languages of the product. The first one serves readers whose language is not among them. */
export const languageRecords = [en, zhCn] as const;
export type Language = (typeof languageRecords)[number]['tag'];
export const languages: readonly Language[] = languageRecords.map(({ tag }) => tag);

/** Translations by English text, as `l10n/bundle.l10n.<tag>.json` holds them and `vscode.l10n.bundle` gives them. */
export type TranslationBundle = Readonly<Record<string, string | { readonly message: string; readonly comment: readonly string[] }>>;

let current: LanguageRecord<Language> = en;
let translations: TranslationBundle = {};

/**
 * Sets the language of all words and numbers from now on. Without a bundle everything is English, numbers too: half a translation would be
 * harder to read than none.
 */
export function useLanguage(language: Language, bundle?: TranslationBundle): void {
  const record = languageRecords.find(({ tag }) => tag === language);
  current = bundle === undefined || record === undefined ? en : record;
  translations = current === en ? {} : (bundle ?? {});
  l10n.config({ contents: translations as Record<string, string> });
}

/** What `say` gives in another language than the current one. */
export function inLanguage<T>(language: Language, bundle: TranslationBundle | undefined, say: () => T): T {
  const before = { language: current.tag, translations };
  useLanguage(language, bundle);
  try {
    return say();
  } finally {
    useLanguage(before.language, before.translations);
  }
}

export function currentLanguage(): Language {
  return current.tag;
}

/** Words, signs and formats of the current language. */
export function languageRecord(): LanguageRecord {
  return current;
}

/** A function that gives the label of a key in the current language. */
export function labelsBy<Key extends string>(labels: Readonly<Record<Key, () => string>>): (key: Key) => string {
  return (key) => labels[key]();
}

/** The language for a reader whose interface language is `tag` (`zh-cn`, `zh-Hans`, `en-GB`, `de`). */
export function languageFor(tag: string): Language {
  return (languageRecords.find(({ serves }) => serves.test(tag)) ?? en).tag;
}

/** The BCP 47 tag that `Intl` formats numbers by. */
export function locale(): string {
  return current.locale;
}
