import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { choiceList } from './controls.ts';
import type { ImportContext } from './importContext.ts';

/** The survey that the answers belong to: a known one, a new one, or none. */
export function surveySection({ view, choose }: ImportContext): TemplateResult {
  const { surveys } = view;
  const survey = view.choices.survey ?? view.survey;
  const made = survey.kind === 'new' ? survey : { kind: 'new' as const, id: view.newSurvey.id, date: view.newSurvey.date };
  const options = [
    ...surveys.map(({ id, name }) => ({ value: `=${id}`, text: name })),
    { value: 'new', text: l10n.t('A new survey') },
    { value: 'none', text: l10n.t('No survey') },
  ];
  const chosen = survey.kind === 'known' ? `=${survey.id}` : survey.kind;
  const onChange = (key: string) =>
    choose({ survey: key === 'new' ? made : key === 'none' ? { kind: 'none' } : { kind: 'known', id: key.slice(1) } });
  const typed = (event: Event) => (event.target as HTMLInputElement).value.trim();
  return html`<section aria-labelledby="survey">
    <h2 id="survey">${l10n.t('Survey')}</h2>
    <div class="controls">
      ${choiceList(l10n.t('Survey'), options, chosen, onChange)}
      ${
        survey.kind === 'new'
          ? html`<label class="select"><span>${l10n.t('Id')}</span
                ><input type="text" .value=${live(survey.id)} aria-invalid=${view.surveyProblem !== undefined} @change=${(event: Event) =>
                  choose({ survey: { ...survey, id: typed(event) } })} /></label
              ><label class="select"><span>${l10n.t('Held on')}</span
                ><input type="date" .value=${live(survey.date)} @change=${(event: Event) => choose({ survey: { ...survey, date: typed(event) } })}
              /></label>`
          : nothing
      }${view.surveySource === undefined || survey.kind === 'none' ? nothing : html`<span class="quiet">${view.surveySource}</span>`}
    </div>
    ${view.surveyProblem === undefined ? nothing : html`<p class="notice" role="alert">${view.surveyProblem}</p>`}
  </section>`;
}
