import type { HostMessage, PageMessage } from './protocol.ts';

/** What the page remembers while it is hidden or the window is reloaded. */
export interface RememberedState {
  /** The file that is shown; the host reads it when it brings the panel back. */
  readonly uri: string;
  readonly selected: string | null;
  readonly search: string;
  readonly hidden: readonly string[];
}

export interface HostConnection {
  post(message: PageMessage): void;
  onMessage(listener: (message: HostMessage) => void): void;
  remember(state: RememberedState): void;
  /** What was remembered, unless it is from a version that remembered something else. */
  remembered(): RememberedState | null;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** Connects to the extension. Can be called once only. */
export function connectToHost(): HostConnection {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage: (listener) => window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => listener(data)),
    remember: (state) => api.setState(state),
    remembered: () => asRemembered(api.getState()),
  };
}

function asRemembered(state: unknown): RememberedState | null {
  if (typeof state !== 'object' || state === null) return null;
  const { uri, selected = null, search, hidden } = state as Partial<RememberedState>;
  const isKnown =
    typeof uri === 'string' && (selected === null || typeof selected === 'string') && typeof search === 'string' && Array.isArray(hidden);
  return isKnown ? { uri, selected, search, hidden } : null;
}
