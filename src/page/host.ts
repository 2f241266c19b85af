import { type HostMessage, type ItemAddress, isHostMessage, type PageMessage } from './protocol.ts';
import { type PageState, readPageState } from './state/pageState.ts';

/** The host that gives the page its files: VS Code, or the page itself. */
export interface HostConnection {
  /** Whether the host is an editor, which can show and change the files. */
  readonly isEditor: boolean;
  post(message: PageMessage): void;
  /** Calls the listener with every message that is one; anything else that is posted to the page changes nothing. */
  onMessage(listener: (message: HostMessage) => void): void;
  /**
   * Keeps the state while the page is hidden or the window is loaded again.
   *
   * @param selected where the selected feature is, where its key alone does not tell
   */
  remember(state: PageState, selected: ItemAddress | null): void;
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

/** Connects to VS Code. Can be called only once. */
export function vsCodeHost(api: VsCodeApi): HostConnection {
  return {
    isEditor: true,
    post: (message) => api.postMessage(message),
    onMessage: (listener) => window.addEventListener('message', ({ data }) => isHostMessage(data) && listener(data)),
    remember: (state) => api.setState(state),
    remembered: () => readPageState(api.getState()),
  };
}
