import { readFileSync } from 'node:fs';
import { type Language, type TranslationBundle, useLanguage } from '../../../src/terms/language.ts';

/** The Chinese translations as they ship. */
export const chineseBundle: TranslationBundle = JSON.parse(
  readFileSync(new URL('../../../l10n/bundle.l10n.zh-cn.json', import.meta.url), 'utf8'),
);

/** Gives what `say` gives in a language, and goes back to English. */
export function inLanguage<T>(language: Language, say: () => T): T {
  useLanguage(language, chineseBundle);
  try {
    return say();
  } finally {
    useLanguage('en');
  }
}

/** The same in English and in Chinese. */
export function inBoth<T>(say: () => T): readonly [T, T] {
  return [inLanguage('en', say), inLanguage('zh-cn', say)];
}
