import { provideVSCodeDesignSystem, vsCodeButton, vsCodeCheckbox, vsCodeTextField } from '@vscode/webview-ui-toolkit';

/** The toolkit's elements that the page uses: `vscode-button`, `vscode-checkbox`, `vscode-text-field`. The rest stays out of the bundle. */
export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeCheckbox(), vsCodeTextField());
}
