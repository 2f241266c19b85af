import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { count } from '../terms/numbers.ts';
import { answerOptions } from './answerOptions.ts';
import { choiceList } from './controls.ts';
import type { ImportContext } from './importContext.ts';

/** The texts of the cells, and what each is read as. */
export function wordsSection({ view, choose }: ImportContext): TemplateResult | typeof nothing {
  if (view.words.length === 0) return nothing;
  return html`<section aria-labelledby="words">
    <h2 id="words">${l10n.t('Words in the cells')}</h2>
    <table>
      <thead><tr><th scope="col">${l10n.t('In the cells')}</th><th scope="col">${l10n.t('Meaning')}</th><th scope="col" class="number">${l10n.t('Cells')}</th></tr></thead>
      <tbody>${repeat(
        view.words,
        ({ word }) => word,
        ({ word, meaning, count: times }) =>
          html`<tr><th scope="row">${word.slice(0, 80)}</th><td>${choiceList(
            l10n.t('What “{word}” means', { word }),
            answerOptions(),
            view.choices.words[word] ?? meaning ?? undefined,
            (key) => choose({ words: { ...view.choices.words, [word]: key } }),
            l10n.t('Choose…'),
          )}</td><td class="number">${count(times)}</td></tr>`,
      )}</tbody>
    </table>
  </section>`;
}
