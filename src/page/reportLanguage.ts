import { type Language, languageRecords } from '../terms/language.ts';

const key = 'lang';

/** The language that a report is read in: its own, or one that the reader chose above the page or with the address. */
export class ReportLanguage {
  readonly #own: Language;
  #chosen: Language;

  /** @param changed called when the reader chooses another language */
  constructor(own: Language, changed: (language: Language) => void) {
    this.#own = own;
    const asked = new URLSearchParams(location.hash.replace(/^#/, '')).get(key);
    this.#chosen = languageRecords.find(({ tag }) => tag === asked)?.tag ?? own;
    const choose = (language: Language) => {
      if (language === this.#chosen) return;
      this.#chosen = language;
      this.#show();
      changed(language);
    };
    document.querySelector('.languages')?.removeAttribute('hidden');
    for (const button of document.querySelectorAll<HTMLElement>('.languages [data-language]')) {
      const record = languageRecords.find(({ tag }) => tag === button.dataset.language);
      if (record) button.addEventListener('click', () => choose(record.tag));
    }
    window.addEventListener('hashchange', () => {
      const named = new URLSearchParams(location.hash.replace(/^#/, '')).get(key);
      const record = languageRecords.find(({ tag }) => tag === named);
      if (record) choose(record.tag);
    });
    this.#show();
  }

  get chosen(): Language {
    return this.#chosen;
  }

  /** A link that leads to the report in this language. */
  inLink(link: string): string {
    if (this.#chosen === this.#own) return link;
    return [link, `${key}=${this.#chosen}`].filter(Boolean).join('&');
  }

  /** What is read first, in the chosen language. */
  #show(): void {
    for (const element of document.querySelectorAll<HTMLElement>('[data-language]')) {
      const isChosen = element.dataset.language === this.#chosen;
      if (element.matches('button')) element.setAttribute('aria-pressed', String(isChosen));
      else element.hidden = !isChosen;
      if (!isChosen || element.matches('button')) continue;
      document.documentElement.lang = element.lang;
      document.querySelector('.languages')?.setAttribute('aria-label', element.dataset.label ?? '');
    }
  }
}
