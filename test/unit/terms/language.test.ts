import { afterEach, describe, expect, it } from 'vitest';
import { categoryLabel } from '../../../src/terms/categoryLabels.ts';
import { currentLanguage, languageFor, locale, useLanguage } from '../../../src/terms/language.ts';
import { share } from '../../../src/terms/numbers.ts';
import { chineseBundle } from './speak.ts';

afterEach(() => useLanguage('en'));

describe('useLanguage', () => {
  it('is English by default', () => {
    expect([currentLanguage(), locale(), categoryLabel('M')]).toEqual(['en', 'en', 'Must-be']);
  });

  it('changes words and numbers together, and back', () => {
    useLanguage('zh-cn', chineseBundle);
    expect([currentLanguage(), locale(), categoryLabel('M'), share(0.5)]).toEqual(['zh-cn', 'zh-CN', '必备型', '50%']);
    useLanguage('en');
    expect([categoryLabel('M'), share(0.5)]).toEqual(['Must-be', '50%']);
  });

  it('is English without translations', () => {
    useLanguage('zh-cn', undefined);
    expect([currentLanguage(), categoryLabel('M'), share(0.5)]).toEqual(['en', 'Must-be', '50%']);
  });

  it('is English even if a bundle is given', () => {
    useLanguage('en', chineseBundle);
    expect(categoryLabel('M')).toBe('Must-be');
  });
});

describe('languageFor', () => {
  it.each([
    ['zh-cn', 'zh-cn'],
    ['zh-CN', 'zh-cn'],
    ['zh-Hans', 'zh-cn'],
    ['zh', 'zh-cn'],
    ['zh-tw', 'en'],
    ['zh-Hant-HK', 'en'],
    ['en', 'en'],
    ['en-gb', 'en'],
    ['de', 'en'],
    ['qps-ploc', 'en'],
    ['not a language tag', 'en'],
  ])('%s → %s', (tag, language) => {
    expect(languageFor(tag)).toBe(language);
  });
});
