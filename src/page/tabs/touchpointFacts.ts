import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { joinedPlaces } from '../../analysis/stageJourney.ts';
import type { ReferralReadiness } from '../../analysis/touchpointJourney.ts';
import { compareText } from '../../base/compareText.ts';
import { phraseOf } from '../../document/format/phrases.ts';
import { emotionText, emotionWithChange, momentLabel, painCounts, referralLabel } from '../../terms/journeyLabels.ts';
import type { PageContext } from '../pageContext.ts';
import type { TouchpointRow } from '../state/lists.ts';
import { hurtsView, mentionsView } from './journeyParts.ts';

/** What is known of a touchpoint beside its features: what customers decide there, how they feel, what hurts, and what they wrote. */
export function touchpointFacts(touchpoint: TouchpointRow, context: PageContext): TemplateResult {
  const { channel, moment, referral } = touchpoint.value;
  const { emotion = null, referral: readiness = null } = touchpoint.journey ?? {};
  const facts = [channel, emotion === null ? null : l10n.t('Emotion {0}', emotionWithChange(emotion))].filter(Boolean);
  return html`${facts.length === 0 ? nothing : html`<p class="quiet">${facts.join(' · ')}</p>`}
    ${moment === undefined ? nothing : html`<p>◎ ${l10n.t('moment of truth: {moment}', { moment: momentLabel(moment) })}</p>`}
    ${referral ? html`<p class="quiet">♥ ${referralText(readiness)}</p>` : nothing}
    ${feltView(touchpoint.value, context)} ${painsView(touchpoint, context)} ${mentionsView(touchpoint.journey)}`;
}

/** A stage in a line: where customers feel worst, and how much hurts; nothing where a single touchpoint says it, or nothing is known. */
export function stageFacts(touchpoints: readonly TouchpointRow[], { content }: PageContext): TemplateResult | typeof nothing {
  if (touchpoints.length < 2) return nothing;
  const { emotion, openPains, relievedPains, notedPains } = joinedPlaces(touchpoints.flatMap(({ journey }) => journey ?? []));
  const nameOf = (id: string) => content.lists.touchpoints.find(({ value }) => value.id === id)?.name ?? id;
  const open = openPains.length + notedPains;
  const facts = [
    emotion &&
      l10n.t('Lowest emotion {emotion}: {touchpoint}', { emotion: emotionText(emotion.newest), touchpoint: nameOf(emotion.touchpoint) }),
    open + relievedPains.length > 0 && l10n.t('Pains: {count}', { count: painCounts(open, relievedPains.length) }),
  ].filter((fact) => typeof fact === 'string');
  return facts.length === 0 ? nothing : html`<p class="quiet">${facts.join(' · ')}</p>`;
}

function referralText(readiness: ReferralReadiness | null): string {
  const text = l10n.t('Customers can recommend us from here');
  return readiness === null ? text : l10n.t('{feature}: {message}', { feature: text, message: referralLabel(readiness) });
}

/** The emotions by date, a line for everybody and for each persona that is told apart: `Guest 2026-03-31 −2 → 2026-09-30 −1`. */
function feltView({ emotions = [] }: TouchpointRow['value'], { content, page: { answers } }: PageContext): TemplateResult | typeof nothing {
  const dated = emotions.flatMap(({ date, value, persona = null }) =>
    date === undefined || value === undefined || (answers.persona !== null && answers.persona !== persona)
      ? []
      : [{ date, value, persona }],
  );
  if (dated.length === 0) return nothing;
  const lines = [...new Set(dated.map(({ persona }) => persona))].map((persona) => {
    const steps = dated.filter((each) => each.persona === persona).sort((left, right) => compareText(left.date, right.date));
    const name = persona === null ? nothing : html`<span class="who">${personaName(persona, content)}</span> `;
    return html`<li>${name}${steps.map(
      ({ date, value }, index) => html`${index === 0 ? nothing : ' → '}<span class="step">${date} ${emotionText(value)}</span>`,
    )}</li>`;
  });
  return html`<ul class="quiet felt">${lines}</ul>`;
}

/** What hurts here, in the order of the file, and what no longer does. Of a chosen persona, what hurts it or everybody. */
function painsView(
  { value: { pains = [] }, journey }: TouchpointRow,
  { page: { answers }, content }: PageContext,
): readonly TemplateResult[] {
  const relieved = journey?.relievedPains ?? [];
  const open = pains.flatMap((pain) => {
    if (typeof pain === 'string') return [pain];
    const { id, persona = null } = pain;
    if (relieved.some((each) => each.id === id)) return [];
    if (persona === null || answers.persona === persona) return [phraseOf(pain)];
    return answers.persona === null ? [`${phraseOf(pain)} (${personaName(persona, content)})`] : [];
  });
  return hurtsView(open, relieved);
}

/** The name of a persona, its id where it has none. */
export function personaName(persona: string, { lists }: PageContext['content']): string {
  return lists.personas.find(({ key }) => key === persona)?.name ?? persona;
}
