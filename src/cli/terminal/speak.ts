import { type Language, useLanguage } from '../../terms/language.ts';

/** Sets the language of what is printed. Ignores the environment's language, so that output does not depend on the machine. */
export async function speak(language: Language): Promise<void> {
  useLanguage(language, language === 'en' ? undefined : (await import(`../../../l10n/bundle.l10n.${language}.json`)).default);
}
