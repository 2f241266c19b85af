import * as l10n from '@vscode/l10n';
import { labelsBy } from '../terms/language.ts';
import type { QuestionKind } from '../terms/languages/languageRecord.ts';

/** What a question is called in the field. */
export const questionLabel = labelsBy<QuestionKind>({
  functional: () => l10n.t('Functional question'),
  dysfunctional: () => l10n.t('Dysfunctional question'),
  importance: () => l10n.t('Importance'),
});
