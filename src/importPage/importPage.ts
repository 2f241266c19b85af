import * as l10n from '@vscode/l10n';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { ChoiceTurns } from '../survey/importView/choiceTurns.ts';
import { changedChoices, type ImportChoices, noChoices } from '../survey/importView/importChoices.ts';
import type { ImportMemory } from '../survey/importView/importMemory.ts';
import type { ImportHostMessage, ImportPageMessage } from '../survey/importView/importMessages.ts';
import type { ImportView } from '../survey/importView/importView.ts';
import { useLanguage } from '../terms/language.ts';
import { againButton } from './againButton.ts';
import { columnsSection } from './columnsSection.ts';
import { decisionsSection } from './decisionsSection.ts';
import { filesSection } from './filesSection.ts';
import type { ImportContext } from './importContext.ts';
import { qualitySection } from './qualitySection.ts';
import { surveySection } from './surveySection.ts';
import { talliesSection } from './talliesSection.ts';
import { wordsSection } from './wordsSection.ts';

/** The page that shows what an import understood, and lets the reader decide the rest. */
export class ImportPage {
  readonly #root: HTMLElement;
  readonly #post: (message: ImportPageMessage) => void;
  readonly #begun = new Map<string, 'functional' | 'dysfunctional' | 'importance'>();
  #view: ImportView | undefined;
  readonly #turns = new ChoiceTurns();
  /** What takes long; `undefined` where nothing does. */
  #working: string | undefined;
  #isStopped = false;
  #refusal: string | undefined;
  /** Why there is nothing to show. */
  #emptiness: string | undefined;
  #memory: ImportMemory | undefined;
  readonly #keep: (kept: unknown) => void;

  /** @param keep keeps what leads back to this page, while the window is loaded again */
  constructor(root: HTMLElement, post: (message: ImportPageMessage) => void, keep: (kept: unknown) => void) {
    this.#root = root;
    this.#post = post;
    this.#keep = keep;
  }

  receive(message: ImportHostMessage): void {
    if ('language' in message) {
      useLanguage(message.language, message.bundle);
      document.documentElement.lang = message.language;
    }
    this.#working = message.type === 'working' ? message.text : undefined;
    this.#isStopped = message.type === 'stopped';
    this.#refusal = message.type === 'refused' ? message.text : undefined;
    const isAccepted = this.#turns.accepts(message);
    if (message.type === 'view') {
      if (!isAccepted) return;
      this.#view = message.view;
      this.#memory = message.memory;
      this.#keep({ ...message.memory, choices: message.view.choices });
    }
    this.#emptiness = message.type === 'empty' ? message.text : undefined;
    this.#render();
  }

  #choose(changed: Partial<ImportChoices>): void {
    if (this.#view) this.#take(this.#view, changedChoices(this.#view.choices, changed));
  }

  /** Shown at once, and read by the host meanwhile. */
  #take(view: ImportView, choices: ImportChoices): void {
    this.#view = { ...view, choices };
    if (this.#memory) this.#keep({ ...this.#memory, choices });
    this.#post({ type: 'choose', choices, turn: this.#turns.next() });
    this.#render();
  }

  #render(): void {
    if (this.#emptiness !== undefined) {
      render(html`<main class="import"><p>${this.#emptiness}</p>${againButton(this.#post)}</main>`, this.#root);
      return;
    }
    render(html`${this.#progress()}${this.#view ? this.#content(this.#view) : nothing}`, this.#root);
  }

  #progress(): TemplateResult {
    return html`<div class="progress" role="status">${
      this.#working === undefined
        ? nothing
        : html`<progress aria-label=${this.#working}></progress><span>${this.#working}</span>
            <button type="button" class="button" @click=${() => this.#post({ type: 'stop' })}>${l10n.t('Cancel')}</button>`
    }${
      this.#isStopped
        ? html`<span>${l10n.t('Reading was cancelled.')}</span>
            <button type="button" class="button" @click=${() => this.#post({ type: 'ready' })}>${l10n.t('Read Again')}</button>`
        : nothing
    }${this.#refusal === undefined ? nothing : html`<span class="notice">${this.#refusal}</span>`}</div>`;
  }

  #content(view: ImportView): TemplateResult {
    const context: ImportContext = {
      view,
      begun: this.#begun,
      begin: (column, kind) => {
        if (kind === undefined) this.#begun.delete(column);
        else this.#begun.set(column, kind);
        this.#render();
      },
      choose: (changed) => this.#choose(changed),
      reset: () => {
        this.#begun.clear();
        this.#take(view, { ...noChoices, saveMap: view.choices.saveMap });
      },
      post: this.#post,
    };
    return html`${topView(context, this.#turns.isShown && this.#working === undefined ? this.#turns.last : undefined)}
      <main class="import">
        ${filesSection(context)} ${decisionsSection(context)} ${surveySection(context)} ${talliesSection(context)} ${qualitySection(context)}
        ${columnsSection(context)} ${wordsSection(context)} ${remarksSection(context)}
      </main>`;
  }
}

/** @param turn the number of the choices that the view was read with; `undefined` where others are still being read */
function topView({ view, choose, post }: ImportContext, turn: number | undefined): TemplateResult {
  const toggle = ({ target }: Event) => choose({ saveMap: (target as HTMLInputElement).checked });
  return html`<header class="top">
    <div class="headline">
      <h1>${l10n.t('Survey answers into {product}', { product: view.product })}</h1>
      <p class="quiet">${statusText(view)}</p>
    </div>
    <label class="checkbox"><input type="checkbox" .checked=${view.choices.saveMap} @change=${toggle} />${l10n.t(
      'Save what was understood as {path}',
      {
        path: view.mapToSave,
      },
    )}</label>
    <button type="button" class="button primary" ?disabled=${!view.canApply || turn === undefined} @click=${() =>
      turn !== undefined && post({ type: 'apply', turn })}>
      ${l10n.t('Apply')}
    </button>
  </header>`;
}

function statusText(view: ImportView): string {
  if (view.open > 0)
    return view.open === 1
      ? l10n.t('One decision is open. Nothing is written before you apply it.')
      : l10n.t('Decisions that are open: {count}. Nothing is written before you apply it.', { count: String(view.open) });
  if (view.isSame) return l10n.t('{path} has these answers already. There is nothing to apply.', { path: view.path });
  if (view.canApply) return l10n.t('Everything is understood. Applying it is one edit of {path} that can be undone.', { path: view.path });
  if (view.losses.length > 0 && !view.choices.replace) return l10n.t('Answers of the file would give way. Decide below whether they may.');
  return l10n.t('Nothing can be written yet.');
}

function remarksSection({ view }: ImportContext): TemplateResult | typeof nothing {
  const lines = [...view.uncounted, ...view.remarks];
  if (lines.length === 0) return nothing;
  return html`<section aria-labelledby="remarks"><h2 id="remarks">${l10n.t('What else there is to know')}</h2>
    <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}
