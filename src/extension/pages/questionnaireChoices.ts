import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { isMailAddress } from '../../survey/questionnaire/questionnaireForm.ts';
import { type QuestionnaireFormat, type QuestionScope, questionnaireFormats } from '../../survey/surveyFormat.ts';
import { count } from '../../terms/numbers.ts';
import { formOf, forRespondents, ofTools } from './questionnaireForms.ts';

/** What a questionnaire is to be. */
export interface QuestionnaireChoices {
  readonly format: QuestionnaireFormat;
  readonly importance: boolean;
  readonly ask: QuestionScope;
  /** The e-mail address that the page offers to send answers to. */
  readonly to?: string;
}

/** How many features there are to ask about. */
export interface Askable {
  readonly all: number;
  /** Those that more answers would decide. */
  readonly undecided: number;
}

/** The choices that a caller made; `undefined` where it made none. */
export function givenChoices(given: unknown): QuestionnaireChoices | undefined {
  const { format, importance, ask, to } = (given ?? {}) as Partial<Record<keyof QuestionnaireChoices, unknown>>;
  const known = questionnaireFormats.find((each) => each === format);
  return (
    known && {
      ...{ format: known, importance: importance === true, ask: ask === 'undecided' ? 'undecided' : 'all' },
      ...(typeof to === 'string' && isMailAddress(to) && { to }),
    }
  );
}

/** Asks for the form of a questionnaire, then for what else it has; `undefined` where the reader turns back. */
export async function askForChoices(askable: Askable): Promise<QuestionnaireChoices | undefined> {
  const format = await askForFormat();
  const extras = format && (await askForExtras(format, askable));
  if (!extras) return undefined;
  const to = extras.has('to') ? await askForAddress() : '';
  if (to === undefined) return undefined;
  const ask = extras.has('undecided') ? 'undecided' : 'all';
  return { format, importance: extras.has('importance'), ask, ...(to !== '' && { to }) };
}

async function askForFormat(): Promise<QuestionnaireFormat | undefined> {
  const item = (format: QuestionnaireFormat) => ({ ...formOf(format), format });
  const separator = { label: l10n.t('Ready-made forms'), kind: vscode.QuickPickItemKind.Separator, format: undefined };
  const items = [...forRespondents.map(item), separator, ...ofTools.map(item)];
  const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly format: QuestionnaireFormat | undefined }>(items, {
    title: l10n.t('Create Questionnaire (1/2): what is it to be?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.format;
}

type Extra = 'importance' | 'undecided' | 'to';

async function askForExtras(format: QuestionnaireFormat, { all, undecided }: Askable): Promise<ReadonlySet<Extra> | undefined> {
  const items: (vscode.QuickPickItem & { readonly extra: Extra })[] = [
    {
      ...{ extra: 'importance', label: l10n.t('Importance') },
      detail: l10n.t('A third question about each feature: how important is it, from 1 to 9?'),
    },
  ];
  if (undecided > 0 && undecided < all)
    items.push({
      ...{ extra: 'undecided', label: l10n.t('Only what more answers would decide') },
      detail: l10n.t('{count} of {all} open features: those without a clear category.', { count: count(undecided), all: count(all) }),
    });
  if (format === 'html')
    items.push({
      ...{ extra: 'to', label: l10n.t('Send by e-mail') },
      detail: l10n.t('The page offers to send what was saved to an address that you give.'),
    });
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Create Questionnaire (2/2): tick what else it has'),
    placeHolder: l10n.t('Each feature has its two questions, with or without a tick here'),
    canPickMany: true,
  });
  return picked && new Set(picked.map(({ extra }) => extra));
}

function askForAddress(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: l10n.t('Create Questionnaire: which e-mail address gets the answers?'),
    placeHolder: 'name@example.org',
    ignoreFocusOut: true,
    validateInput: (text) => (isMailAddress(text) ? undefined : l10n.t('Write one e-mail address: name@example.org.')),
  });
}
