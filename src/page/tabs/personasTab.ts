import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { oncePerObject } from '../../base/once.ts';
import { coefficient } from '../../terms/numbers.ts';
import { definitionLink, emptyView } from '../elements.ts';
import type { PageContext } from '../pageContext.ts';
import type { PanelRow } from '../state/rows.ts';
import { nameCell, resultCell, resultWidth } from '../table/cells.ts';
import { dumbbellView, dumbbellWidth } from '../table/dumbbell.ts';
import { tableView } from '../table/tableView.ts';
import { smallMatrix, smallPointAt } from './smallMatrix.ts';
import { tabLabel } from './tabNames.ts';

interface Persona {
  /** `null` for answers without a persona. */
  readonly key: string | null;
  readonly name: string;
}

/** One small matrix for every persona, side by side, what each needs, and a table that says where they differ: the greatest differences first. */
export function personasTab(context: PageContext): TemplateResult {
  const { content } = context;
  if (!content.rows.some(({ verdict }) => verdict !== null)) {
    const reason = emptyView(l10n.t('A comparison needs answers from two personas.'));
    return content.lists.needs.length === 0 ? reason : html`<div class="personas">${needsView(context)}${reason}</div>`;
  }
  const occurring = new Set(content.rows.flatMap(({ personas }) => personas.map(({ persona }) => persona)));
  const named = content.lists.personas.filter(({ key }) => occurring.has(key));
  const unknown = [...occurring].filter((persona) => persona !== null && !named.some(({ key }) => key === persona));
  const personas: readonly Persona[] = [
    ...named,
    ...unknown.map((persona) => ({ key: persona, name: persona ?? '' })),
    ...(occurring.has(null) ? [{ key: null, name: l10n.t('without a persona') }] : []),
  ];
  const rows = byDifference(context.rows);
  const marks = personas.map(({ name }, index) => `${index > 0 ? '○' : '●'} ${name}`).join(' ');
  const compared = rows.filter(({ verdict }) => verdict !== null);
  const dividing = compared.filter(({ personasDisagree }) => personasDisagree);
  return html`<div class="personas">
    <div class="multiples">${personas.map((persona) => figureView(persona, rows, context))}</div>
    ${needsView(context)}
    <p class="quiet verdicts">${l10n.t('Features that divide the personas: {0} of {1}', dividing.length, compared.length)} · ${marks}</p>
    ${tableView(
      tabLabel('personas'),
      rows,
      [
        { key: 'title', heading: l10n.t('Feature'), isName: true, cell: nameCell },
        {
          key: 'verdict',
          heading: l10n.t('Do they differ?'),
          className: 'column-verdict',
          cell: ({ verdict, verdictInShort, personasDisagree }) =>
            verdict === null
              ? html`<span class="quiet">${l10n.t('only one was asked')}</span>`
              : html`<span class=${personasDisagree ? 'text strong' : 'text'} title=${verdict}>${verdictInShort}</span>`,
        },
        {
          key: 'better',
          heading: l10n.t('Better'),
          explanation: marks,
          className: 'column-dumbbell',
          cell: (row) => spreadView(row, 'better', personas),
        },
        {
          key: 'worse',
          heading: l10n.t('Worse'),
          explanation: marks,
          className: 'column-dumbbell',
          cell: (row) => spreadView(row, 'worse', personas),
        },
        ...personas.map(({ key, name }) => ({
          key: `persona ${key ?? ''}`,
          heading: name,
          className: 'column-result',
          cell: (row: PanelRow) =>
            resultCell(
              row,
              row.personas.find(({ persona }) => persona === key),
              { persona: key },
            ),
        })),
      ],
      context,
      492 + 2 * dumbbellWidth + personas.length * resultWidth,
    )}
  </div>`;
}

/** What each persona needs, and what became of it; of a chosen persona its own alone. */
function needsView({ content, page: { answers } }: PageContext): TemplateResult | typeof nothing {
  const shown = content.lists.needs.filter(({ key }) => answers.persona === null || answers.persona === key);
  if (shown.length === 0) return nothing;
  return html`<dl class="needs" aria-label=${l10n.t('What personas need')}>
    ${shown.map(
      ({ name, needs }) => html`<div>
        <dt>${name}</dt>
        ${needs.map(
          ({ phrase, state, isServed }) =>
            html`<dd class="need">${isServed ? '✓ ' : ''}${phrase}${state === '' ? nothing : html`<span class="quiet"> · ${state}</span>`}</dd>`,
        )}
      </div>`,
    )}
  </dl>`;
}

const byDifference = oncePerObject((rows: readonly PanelRow[]): readonly PanelRow[] =>
  rows
    .filter(({ personas }) => personas.length > 0)
    .sort((a, b) => Number(b.personasDisagree) - Number(a.personasDisagree) || (b.personasDifference ?? -1) - (a.personasDifference ?? -1)),
);

/** Where the personas lie on the scale of a coefficient, each by its name. */
function spreadView(row: PanelRow, which: 'better' | 'worse', personas: readonly Persona[]): TemplateResult | typeof nothing {
  const ends = personas.flatMap(({ key, name }, index) => {
    const value = row.personas.find(({ persona }) => persona === key)?.[which] ?? null;
    return value === null ? [] : [{ value: Math.abs(value), title: `${name}: ${coefficient(value)}`, isHollow: index > 0 }];
  });
  return ends.length === 0 ? nothing : dumbbellView(ends);
}

function figureView({ key, name }: Persona, rows: readonly PanelRow[], context: PageContext): TemplateResult {
  const points = rows.flatMap((row) => {
    const result = row.personas.find(({ persona }) => persona === key);
    return result && result.better !== null && result.worse !== null
      ? [{ key: row.key, category: result.category, better: result.better, worse: result.worse }]
      : [];
  });
  const pick = (event: MouseEvent) => {
    const picture = (event.target as Element).closest('svg');
    const picked = picture && smallPointAt(points, picture, event);
    if (picked) context.actions.change({ selected: picked });
  };
  return html`<figure @click=${pick}>
    <figcaption title=${name}>${key === null ? name : definitionLink({ key, name }, 'personas', context)}</figcaption>
    ${smallMatrix(points, context.active ?? context.page.selected)}
  </figure>`;
}
