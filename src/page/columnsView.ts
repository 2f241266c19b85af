import * as l10n from '@vscode/l10n';
import type { TemplateResult } from 'lit-html';
import { readableColumns } from '../report/featureColumns.ts';
import { checkboxView } from './elements.ts';
import type { PageContext } from './pageContext.ts';
import { popoverView } from './popover.ts';
import { shownColumns } from './state/shownColumns.ts';

/** The button that opens the choice of the backlog's columns. */
export function columnsView({ page, width, actions }: PageContext): TemplateResult {
  const shown = shownColumns(page.columns, width);
  const toggle = (key: (typeof shown)[number], isShown: boolean) =>
    actions.change({ columns: isShown ? [...shown, key] : shown.filter((other) => other !== key) });
  return popoverView(
    'columns',
    l10n.t('Columns'),
    [
      checkboxView(l10n.t('As many as fit'), page.columns === null, (fits) => actions.change({ columns: fits ? null : shown })),
      ...readableColumns('panel').flatMap(({ key, heading }) =>
        key === 'title' ? [] : [checkboxView(heading(), shown.includes(key), (isShown) => toggle(key, isShown))],
      ),
    ],
    page.columns !== null,
  );
}
