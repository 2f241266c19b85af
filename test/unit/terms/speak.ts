import { readFileSync } from 'node:fs';
import { type Language, type TranslationBundle, useLanguage } from '../../../src/terms/language.ts';

/** The translations of a language as they ship. */
export function bundleOf(language: Language): TranslationBundle {
  return JSON.parse(readFileSync(new URL(`../../../l10n/bundle.l10n.${language}.json`, import.meta.url), 'utf8'));
}

export const chineseBundle = bundleOf('zh-cn');

/** Gives what `say` gives in a language, and goes back to English. */
export function inLanguage<T>(language: Language, say: () => T, bundle = chineseBundle): T {
  useLanguage(language, bundle);
  try {
    return say();
  } finally {
    useLanguage('en');
  }
}

/** The same in English and in Chinese. */
export function inBoth<T>(say: () => T, bundle = chineseBundle): readonly [T, T] {
  return [inLanguage('en', say), inLanguage('zh-cn', say, bundle)];
}
