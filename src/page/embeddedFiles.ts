import * as l10n from '@vscode/l10n';
import type { Language, TranslationBundle } from '../terms/language.ts';
import type { HostConnection } from './host.ts';
import { type LinkedFeature, linkedFeature } from './linkedFeature.ts';
import { permalinkOf, readPermalink } from './permalink.ts';
import { type ExportFormat, type FilesMessage, type HostMessage, isHostMessage } from './protocol.ts';
import { nameInReport, uriInReport } from './reportFiles.ts';
import { ReportLanguage } from './reportLanguage.ts';

/** The page itself as its host: its files stand in it, and its address keeps what the reader chose. */
export function embeddedFiles(): HostConnection {
  let tell: (message: HostMessage) => void = () => {};
  let link = '';
  const files = readFiles();
  const translations = readTranslations();
  const language = new ReportLanguage(files.language, (chosen) => {
    showAddress(language.inLink(link));
    tell(filesIn(chosen, files, translations));
  });
  showWhatNeedsScripts();
  // The page may change its address before it has read its files.
  const linked = linkedFeature(location.hash);
  return {
    isEditor: false,
    post(message) {
      if (message.type === 'ready') {
        tell(filesIn(language.chosen, files, translations));
        if (linked?.file !== undefined) tell(selection(linked));
      } else if (message.type === 'copy') copy(message.text).then((text) => tell({ type: 'said', text }));
      else if (message.type === 'failed') console.error(`${message.part}: ${message.report}`);
      else if (message.type === 'save') save(message.format, message.content);
    },
    onMessage: (listener) => {
      tell = listener;
      // Links in the report, and addresses that are pasted into the same window.
      window.addEventListener('hashchange', () => {
        const feature = linkedFeature(location.hash);
        if (feature === null) return;
        tell(selection(feature));
        document.getElementById('panel')?.scrollIntoView();
      });
    },
    remember: (state, selected) => {
      link = permalinkOf(state, selected && { ...selected, file: nameInReport(selected.uri) });
      showAddress(language.inLink(link));
    },
    remembered: () => {
      const state = readPermalink(location.hash);
      // A feature in a named file can be found once the files are read.
      return linked?.file === undefined ? state : { ...state, selected: null };
    },
  };
}

/** Without scripts there is no panel, nor anywhere for the names of features to lead. */
function showWhatNeedsScripts(): void {
  document.getElementById('panel')?.removeAttribute('hidden');
  for (const name of document.querySelectorAll<HTMLElement>('a[data-link]')) name.setAttribute('href', name.dataset.link ?? '');
}

/** The address leads back to what is shown. A page without an address of its own keeps nothing. */
function showAddress(link: string): void {
  if (location.protocol !== 'about:') history.replaceState(null, '', link === '' ? location.pathname + location.search : `#${link}`);
}

function selection({ id, file, occurrence }: LinkedFeature): HostMessage {
  return { type: 'select', id, ...(file === undefined ? {} : { uri: uriInReport(file), occurrence: occurrence ?? 0 }) };
}

function filesIn(language: Language, files: FilesMessage, translations: Readonly<Record<string, TranslationBundle>>): FilesMessage {
  const bundle = translations[language];
  return { ...files, language, ...(bundle && { bundle }) };
}

function readFiles(): FilesMessage {
  const message = readJson('kano-files');
  return isHostMessage(message) && message.type === 'files' ? message : { type: 'files', language: 'en', links: null, files: [] };
}

function readTranslations(): Readonly<Record<string, TranslationBundle>> {
  const translations = readJson('kano-translations');
  return typeof translations === 'object' && translations !== null ? (translations as Record<string, TranslationBundle>) : {};
}

function readJson(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return l10n.t('Copied.');
  } catch {
    return l10n.t('This browser does not let the page copy. Save it instead.');
  }
}

function save(format: ExportFormat, content: string): void {
  const extension = format === 'markdown' ? 'md' : format;
  const link = document.createElement('a');
  link.download = `kano.${extension}`;
  // A byte-order mark, without which spreadsheets take UTF-8 for something else.
  const text = format === 'csv' ? `\ufeff${content}` : content;
  const parts = format === 'png' ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0)) : text;
  link.href = URL.createObjectURL(new Blob([parts]));
  link.click();
  // The browser begins to read it in a later turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
