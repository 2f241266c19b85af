import type { ExportKind } from '../../page/protocol.ts';

/** The type of our panels in VS Code, also when it restores them after a restart. */
export const panelType = 'kano.matrix';

/** The command that opens the matrix of a file: `(uri?: Uri, featureId?: string)`. */
export const openMatrixCommand = 'kano.openMatrix';

/** The context key that is true while a panel is open. */
export const openPanelContext = 'kano.panelIsOpen';

/** The commands that copy or save what a panel shows, in its title and in the command palette. */
export const exportCommands: readonly { readonly command: string; readonly format: ExportKind; readonly copy: boolean }[] = [
  { command: 'kano.copyTableAsMarkdown', format: 'markdown', copy: true },
  { command: 'kano.saveTableAsMarkdown', format: 'markdown', copy: false },
  { command: 'kano.copyTableAsCsv', format: 'csv', copy: true },
  { command: 'kano.saveTableAsCsv', format: 'csv', copy: false },
  { command: 'kano.copyPictureAsSvg', format: 'svg', copy: true },
  { command: 'kano.savePictureAsSvg', format: 'svg', copy: false },
  { command: 'kano.copyPictureAsPng', format: 'png', copy: true },
  { command: 'kano.savePictureAsPng', format: 'png', copy: false },
  { command: 'kano.copyPictureForSlide', format: 'slide', copy: true },
  { command: 'kano.savePictureForSlide', format: 'slide', copy: false },
];
