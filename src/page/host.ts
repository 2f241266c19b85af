import * as l10n from '@vscode/l10n';
import { permalinkOf, readPermalink } from './permalink.ts';
import { type ExportFormat, type HostMessage, isHostMessage, type PageMessage } from './protocol.ts';
import { type PageState, readPageState } from './state/pageState.ts';

/** The host that gives the page its files: VS Code, or the page itself. */
export interface HostConnection {
  /** Whether the host is an editor, which can show and change the files. */
  readonly isEditor: boolean;
  post(message: PageMessage): void;
  /** Calls the listener with every message that is one; anything else that is posted to the page changes nothing. */
  onMessage(listener: (message: HostMessage) => void): void;
  /** Keeps the state while the page is hidden or the window is loaded again. */
  remember(state: PageState): void;
  remembered(): PageState;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare global {
  /** Absent outside VS Code. */
  var acquireVsCodeApi: (() => VsCodeApi) | undefined;
}

/** Connects to VS Code, or where there is none to the files that are written into the page. Can be called only once. */
export function connectToHost(): HostConnection {
  return globalThis.acquireVsCodeApi ? vsCodeHost(globalThis.acquireVsCodeApi()) : embeddedFiles();
}

function vsCodeHost(api: VsCodeApi): HostConnection {
  return {
    isEditor: true,
    post: (message) => api.postMessage(message),
    onMessage: (listener) => window.addEventListener('message', ({ data }) => isHostMessage(data) && listener(data)),
    remember: (state) => api.setState(state),
    remembered: () => readPageState(api.getState()),
  };
}

function embeddedFiles(): HostConnection {
  let tell: (message: HostMessage) => void = () => {};
  return {
    isEditor: false,
    post(message) {
      if (message.type === 'ready') tell(readEmbedded());
      else if (message.type === 'copy') copy(message.text).then((text) => tell({ type: 'said', text }));
      else if (message.type === 'failed') console.error(`${message.part}: ${message.report}`);
      else if (message.type === 'save') save(message.format, message.content);
    },
    onMessage: (listener) => {
      tell = listener;
      // Links in the report, and addresses that are pasted into the same window.
      window.addEventListener('hashchange', () => {
        const { selected } = readPermalink(location.hash);
        if (selected === null) return;
        tell({ type: 'select', id: selected });
        document.getElementById('panel')?.scrollIntoView();
      });
    },
    // The address leads back to what is shown. A page without an address of its own keeps nothing.
    remember: (state) => {
      const link = permalinkOf(state);
      if (location.protocol !== 'about:') history.replaceState(null, '', link === '' ? location.pathname + location.search : `#${link}`);
    },
    remembered: () => readPermalink(location.hash),
  };
}

function readEmbedded(): HostMessage {
  const message: unknown = JSON.parse(document.getElementById('kano-files')?.textContent ?? 'null');
  return isHostMessage(message) ? message : { type: 'files', language: 'en', links: null, files: [] };
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
