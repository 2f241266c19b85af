import * as l10n from '@vscode/l10n';
import { within } from '../document/yaml/localRange.ts';
import { messageAbout } from './featureMessage.ts';
import { addFeatureFor, openWants } from './openWants.ts';
import type { ProblemDefinition } from './problemDefinition.ts';

export const unservedNeed = {
  code: 'kano/unserved-need',
  severity: 'hint',
  title: 'Unserved need',
  description: 'No feature, other than a rejected one, serves a need with an id.',
  /** On the id of the need. */
  findInProduct: (context) =>
    openWants(context, 'needs').map((want) => ({
      range: within(want.item.part, want.part.node),
      message: messageAbout(
        want.phrase || want.id,
        want.wasRejected
          ? l10n.t('Only rejected features serve this need. Add one that does, or note the need without an id.')
          : l10n.t('No feature serves this need. Add one that does, or note the need without an id.'),
      ),
      fixes: addFeatureFor(want, 'serves', l10n.t('Add what serves this need')),
    })),
} satisfies ProblemDefinition;
