import { errorReport } from '../base/errorReport.ts';
import type { ImportHostMessage, ImportPageMessage } from '../survey/importView/importMessages.ts';
import { ImportPage } from './importPage.ts';

interface EditorApi {
  postMessage(message: ImportPageMessage): void;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

const root = document.getElementById('panel');
if (!root) throw new Error('The page has no element #panel');
const api = acquireVsCodeApi();
const page = new ImportPage(
  root,
  (message) => api.postMessage(message),
  (kept) => api.setState(kept),
);
const report = (error: unknown) => api.postMessage({ type: 'failed', part: 'import', report: errorReport(error) });
window.addEventListener('error', ({ error }) => error && report(error));
window.addEventListener('unhandledrejection', ({ reason }) => report(reason));
window.addEventListener('message', ({ data }: MessageEvent<ImportHostMessage>) => page.receive(data));
api.postMessage({ type: 'ready' });
