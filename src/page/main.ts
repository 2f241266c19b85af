import { provideVSCodeDesignSystem, vsCodeButton, vsCodeTextField } from '@vscode/webview-ui-toolkit';
import { embeddedFiles } from './embeddedFiles.ts';
import { vsCodeHost } from './host.ts';
import { Panel } from './panel.ts';

const root = document.getElementById('panel');
if (!root) throw new Error('The page has no element #panel');
// The toolkit's elements that the page uses; the rest stays out of the bundle.
provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextField());
// Outside VS Code the files stand in the page.
new Panel(root, globalThis.acquireVsCodeApi ? vsCodeHost(globalThis.acquireVsCodeApi()) : embeddedFiles());
