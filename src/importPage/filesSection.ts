import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit-html';
import { isAnyChosen } from '../survey/importView/importChoices.ts';
import type { FileView } from '../survey/importView/importView.ts';
import { count } from '../terms/numbers.ts';
import { againButton } from './againButton.ts';
import { choiceList } from './controls.ts';
import type { ImportContext } from './importContext.ts';

/** The files, how they were read, and what else they may be read as. */
export function filesSection({ view, choose, reset, post }: ImportContext): TemplateResult {
  const { choices, unreadable, refusals } = view;
  const isText =
    view.files.length === 0 ? unreadable?.isEncodingOpen === true : view.files.some(({ path }) => !/\.(?:xlsx|ods)$/i.test(path));
  const encodings = view.encodings.map((name) => ({ value: name, text: name }));
  const sheets = view.sheets.map((name, index) => ({ value: `#${index + 1}`, text: name }));
  const read = view.files[0];
  const sheet = choices.sheet ?? sheets.find(({ text }) => text === read?.sheet)?.value;
  return html`<section aria-labelledby="files">
    <h2 id="files">${l10n.t('Files')}</h2>
    <ul class="plain">${view.files.map((file) => html`<li>${fileText(file)}</li>`)}</ul>
    ${unreadable ? html`<p class="notice" role="alert">${unreadable.text}</p>` : nothing}
    ${unreadable && unreadable.sheets.length === 0 && !unreadable.isEncodingOpen ? againButton(post) : nothing}
    ${refusals.map((text) => html`<p class="notice" role="alert">${text}</p>`)}
    <div class="controls">
      ${
        isText
          ? html`<label class="select"><span>${l10n.t('Encoding')}</span>${choiceList(
              l10n.t('Encoding'),
              read && choices.encoding === undefined
                ? [
                    { value: '', text: read.encoding === undefined ? l10n.t('as the file says') : read.encoding },
                    ...encodings.filter(({ value }) => value !== read.encoding),
                  ]
                : encodings,
              choices.encoding ?? (read ? '' : undefined),
              (encoding) => encoding !== '' && choose({ encoding }),
              l10n.t('Choose…'),
            )}</label>`
          : nothing
      }
      ${
        sheets.length > 1
          ? html`<label class="select"><span>${l10n.t('Sheet')}</span>${choiceList(l10n.t('Sheet'), sheets, sheet, (value) => choose({ sheet: value }), l10n.t('Choose…'))}</label>`
          : nothing
      }
      ${
        isAnyChosen(choices)
          ? html`<button type="button" class="button" @click=${() => reset()}>${l10n.t('Undo All Choices')}</button>`
          : nothing
      }
      <span class="quiet">${l10n.t('Into {path}', { path: view.path })}</span>
      ${
        view.canChangeTarget
          ? html`<button type="button" class="button" @click=${() => post({ type: 'target' })}>${l10n.t('Another Product…')}</button>`
          : nothing
      }
    </div>
    ${
      view.map === undefined
        ? nothing
        : html`<p class="controls"><label class="checkbox"><input type="checkbox" .checked=${!choices.withoutMap} @change=${({
            target,
          }: Event) =>
            choose({
              withoutMap: !(target as HTMLInputElement).checked,
            })} />${l10n.t('Read with the survey map {path}', { path: view.map })}</label></p>`
    }
  </section>`;
}

function fileText({ path, rows, columns, rowsAbove, encoding, isEncodingFound, sheet }: FileView): string {
  const parts = [
    l10n.t('{path}: {rows} rows, {columns} columns', { path, rows: count(rows), columns: count(columns) }),
    ...(sheet === undefined ? [] : [l10n.t('sheet “{sheet}”', { sheet })]),
    ...(encoding === undefined
      ? []
      : [isEncodingFound ? l10n.t('read as {encoding}, in which its words are known', { encoding }) : encoding]),
    ...(rowsAbove === 0 ? [] : [l10n.t('rows above the header that are left out: {count}', { count: count(rowsAbove) })]),
  ];
  return parts.join(' · ');
}
