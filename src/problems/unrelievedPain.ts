import * as l10n from '@vscode/l10n';
import { within } from '../document/yaml/localRange.ts';
import { messageAbout } from './featureMessage.ts';
import { addFeatureFor, openWants } from './openWants.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const unrelievedPain = {
  code: 'kano/unrelieved-pain',
  severity: 'info',
  title: 'Unrelieved pain',
  description: 'No feature, other than a rejected one, relieves a pain or bottleneck with an id.',
  /** On the id of the pain or bottleneck. */
  findInProduct: (context) =>
    openWants(context, 'pains').map((want) => ({
      range: within(want.item.part, want.part.node),
      message: messageAbout(
        want.phrase || want.id,
        want.wasRejected
          ? l10n.t('Only rejected features relieve this. Add one that does, or note it without an id.')
          : l10n.t('No feature relieves this. Add one that does, or note it without an id.'),
      ),
      fixes: addFeatureFor(want, 'relieves', l10n.t('Add what relieves this')),
    })),
} satisfies ProblemDefinition;
