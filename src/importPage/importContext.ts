import type { ImportChoices } from '../survey/importView/importChoices.ts';
import type { ImportPageMessage } from '../survey/importView/importMessages.ts';
import type { ImportView } from '../survey/importView/importView.ts';

/** What the parts of the page show, and what they do when a reader chooses something. */
export interface ImportContext {
  readonly view: ImportView;
  /** Columns that a reader calls a question, as long as it is open which feature it is about. */
  readonly begun: ReadonlyMap<string, 'functional' | 'dysfunctional' | 'importance'>;
  begin(column: string, kind: 'functional' | 'dysfunctional' | 'importance' | undefined): void;
  choose(choices: Partial<ImportChoices>): void;
  /** Takes back all that was chosen. */
  reset(): void;
  post(message: ImportPageMessage): void;
}
