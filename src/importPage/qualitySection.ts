import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Screen } from '../survey/answers/screens.ts';
import { labelsBy } from '../terms/language.ts';
import { count } from '../terms/numbers.ts';
import { tickBox } from './controls.ts';
import type { ImportContext } from './importContext.ts';

const screenLabel = labelsBy<Screen>({
  'straight-lining': () => l10n.t('the same answer to every question'),
  speeding: () => l10n.t('faster than a third of the median'),
  unfinished: () => l10n.t('not finished'),
  previews: () => l10n.t('previews and tests of the survey tool'),
  spam: () => l10n.t('marked as spam'),
  questionable: () => l10n.t('contradicting themselves in half of the features or more'),
});

/** Respondents with signs of bad quality, who count unless they are left out. */
export function qualitySection({ view, choose }: ImportContext): TemplateResult | typeof nothing {
  const { screens, choices } = view;
  if (screens.length === 0) return nothing;
  const drop = choices.drop ?? screens.flatMap(({ screen, isDropped }) => (isDropped ? [screen] : []));
  const change = (screen: Screen, isDropped: boolean) =>
    choose({ drop: [...drop.filter((each) => each !== screen), ...(isDropped ? [screen] : [])] });
  return html`<section aria-labelledby="quality">
    <h2 id="quality">${l10n.t('Respondents to look at')}</h2>
    <fieldset><legend>${l10n.t('They count unless they are left out. Leave out those who are:')}</legend>
      ${screens.map(({ screen, count: number }) =>
        tickBox(`${screenLabel(screen)} (${count(number)})`, drop.includes(screen), (isDropped) => change(screen, isDropped)),
      )}
    </fieldset>
  </section>`;
}
