import { html, type TemplateResult } from 'lit-html';
import { fillIn } from '../../base/fillIn.ts';
import { emptyView } from '../emptyView.ts';
import type { PageContext } from '../pageContext.ts';
import { tableView } from '../table/tableView.ts';
import { nameCell } from './backlogTab.ts';
import { resultCell, resultWidth } from './resultCell.ts';
import { smallMatrix, smallPointAt } from './smallMatrix.ts';

/** One small matrix for every persona, side by side, and a table that says where they differ. */
export function personasTab(context: PageContext): TemplateResult {
  const { texts, state, all, page } = context;
  if (!all.some(({ verdict }) => verdict !== null)) return emptyView(texts.empty.onePersona);
  const occurring = new Set(all.flatMap(({ personas }) => personas.map(({ of }) => of)));
  const named = state.lists.personas.filter(({ key }) => occurring.has(key));
  const unknown = [...occurring]
    .filter((of) => of !== null && !named.some(({ key }) => key === of))
    .map((of) => ({ key: of, name: of ?? '' }));
  const unnamed = occurring.has(null) ? [{ key: null, name: texts.personas.without }] : [];
  const personas: readonly { readonly key: string | null; readonly name: string }[] = [...named, ...unknown, ...unnamed];
  const rows = context.rows.filter((row) => row.personas.length > 0);
  const compared = rows.filter(({ verdict }) => verdict !== null);
  const dividing = compared.filter(({ personasDisagree }) => personasDisagree);
  return html`<div class="personas">
    <div class="multiples">
      ${personas.map(({ key, name }) => {
        const points = rows.flatMap((row) => {
          const result = row.personas.find(({ of }) => of === key);
          return result && result.better !== null && result.worse !== null
            ? [{ key: row.key, category: result.category, better: result.better, worse: result.worse }]
            : [];
        });
        const pick = (event: MouseEvent) => {
          const picture = (event.target as Element).closest('svg');
          const picked = picture && smallPointAt(points, picture, event);
          if (picked) context.actions.pick(picked);
        };
        return html`<figure @click=${pick}>
          <figcaption title=${name}>${
            key === null
              ? name
              : html`<button type="button" class="link" @click=${() => context.actions.revealDefinition('personas', key)}>${name}</button>`
          }</figcaption>
          ${smallMatrix(points, context.active ?? page.selected, texts)}
        </figure>`;
      })}
    </div>
    <p class="quiet verdicts">${fillIn(texts.personas.disagree, dividing.length, compared.length)}</p>
    ${tableView(
      texts.tabs.personas,
      rows,
      [
        { key: 'title', heading: texts.columns.title, isName: true, cell: nameCell },
        ...personas.map(({ key, name }) => ({
          key: `persona ${key ?? ''}`,
          heading: name,
          className: 'column-result',
          cell: (row: (typeof rows)[number]) =>
            resultCell(
              row,
              row.personas.find(({ of }) => of === key),
              { persona: key },
              context,
            ),
        })),
        {
          key: 'verdict',
          heading: texts.personas.verdict,
          className: 'column-verdict',
          cell: ({ verdict, personasDisagree }) =>
            verdict === null ? '' : html`<span class=${personasDisagree ? 'text strong' : 'text'} title=${verdict}>${verdict}</span>`,
        },
      ],
      context,
      560 + personas.length * resultWidth,
    )}
  </div>`;
}
