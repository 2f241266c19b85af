import { statuses } from '../document/format/model.ts';
import { starterTexts } from '../wording/starterWording.ts';

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
