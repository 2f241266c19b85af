import type { HostMessage, PageMessage } from './protocol.ts';
import { type PageState, readPageState } from './state/pageState.ts';

export interface HostConnection {
  post(message: PageMessage): void;
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

declare function acquireVsCodeApi(): VsCodeApi;

/** Connects to the extension. Can be called once only. */
export function connectToHost(): HostConnection {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage: (listener) => window.addEventListener('message', ({ data }: MessageEvent<HostMessage>) => listener(data)),
    remember: (state) => api.setState(state),
    remembered: () => readPageState(api.getState()),
  };
}
