import * as l10n from '@vscode/l10n';
import { statuses } from '../document/format/model.ts';

/** The text of a first `*.kano.yaml` file, in the current language: invented, commented, and without any problem. */
export function starterFile(): string {
  const text = starterTexts();
  return `# ${text.invented}
# ${text.suggestions}

kano: 1
product: ${text.product}

# ${text.stages}
stages:
  - { id: discover, name: ${text.discover} }

# ${text.touchpoints}
touchpoints:
  - { id: search, name: ${text.search}, stage: discover }

# ${text.surveys}
surveys:
  - { id: first-survey, date: 2026-09-15, title: ${text.survey} }

# ${text.features}
features:
  - id: accurate-description
    title: ${text.description}
    touchpoints: [search]
    status: planned # ${statuses.join(', ')}
    # ${text.question}
    question:
      functional: ${text.functional}
      dysfunctional: ${text.dysfunctional}
    # ${text.counts}
    tallies:
      - survey: first-survey
        counts: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }
  - id: voice-search
    title: ${text.voiceSearch}
    touchpoints: [search]
    # ${text.shortForm}
    tally: { M: 6, O: 12, A: 52, I: 20, R: 3, Q: 1 }
  # ${text.notAsked}
  # - id: dark-mode
  #   title: ${text.darkMode}
  #   assumed: A
`;
}

/** The texts of a first file: what its comments explain, and the invented product in it. */
function starterTexts() {
  return {
    invented: l10n.t('Everything below is invented, to show what goes where: replace it with your own.'),
    suggestions: l10n.t('In VS Code, Ctrl+Space offers what fits at the cursor.'),
    product: l10n.t('My product'),
    stages: l10n.t('The customer journey, stage by stage.'),
    discover: l10n.t('Discover'),
    touchpoints: l10n.t('Where customers meet the product.'),
    search: l10n.t('Product search'),
    surveys: l10n.t('When customers were asked.'),
    survey: l10n.t('First survey'),
    features: l10n.t('What could be built, and what customers said about it.'),
    description: l10n.t('The description matches the product'),
    question: l10n.t('Two questions for each feature: how it feels with it, and without it.'),
    functional: l10n.t('If the description matches the product, how do you feel?'),
    dysfunctional: l10n.t('If the description does not match the product, how do you feel?'),
    counts: l10n.t(
      'How many answers were must-be (M), one-dimensional (O), attractive (A), indifferent (I), reverse (R), questionable (Q).',
    ),
    voiceSearch: l10n.t('Voice search'),
    shortForm: l10n.t('The short form, where there is only one survey.'),
    notAsked: l10n.t('Nobody was asked yet? Then say what you assume:'),
    darkMode: l10n.t('Dark mode'),
  };
}
