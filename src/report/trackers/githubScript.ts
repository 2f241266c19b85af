import * as l10n from '@vscode/l10n';
import { deceptiveCharacters } from '../../base/deceptiveCharacters.ts';
import { describedWithTitle, shortTitle } from './shortTitle.ts';
import { statusMark } from './ticketMarks.ts';
import type { TrackerItem } from './trackerItems.ts';
import { withoutMentions } from './withoutMentions.ts';

const mark = '# Written by kano backlog --format github.';

/**
 * A shell script that makes an issue of each feature with `gh`, GitHub's own command, or updates the one that it made before: to be read before it is run.
 * Each issue has a part between two hidden comments; the rest of it stays as people wrote it.
 */
export function githubScript(items: readonly TrackerItem[]): string {
  const calls = items.map(
    (item) => `issue ${[item.id, shortTitle(item.title), bodyOf(item), numbersOf(item).join(' ')].map(quoted).join(' ')}\n`,
  );
  return `#!/usr/bin/env bash\n${mark}\n${introduction()}${functions}\n${calls.join('\n')}`;
}

/** Whether `githubScript` wrote a text. */
export function isGithubScript(text: string): boolean {
  return text.startsWith(`#!/usr/bin/env bash\n${mark}\n`);
}

function introduction(): string {
  const sentences = [
    l10n.t('Read it, then run it: bash FILE OWNER/REPOSITORY'),
    l10n.t(
      'It makes an issue for each feature, or updates the one it made before: it may run twice. The title of an issue and what people write outside of its part of it stay.',
    ),
  ];
  return sentences.map((sentence) => `# ${sentence}\n`).join('');
}

const functions = `set -euo pipefail
repository=\${1:?OWNER/REPOSITORY}
# GitHub takes capital letters for small ones.
lowered=$(tr '[:upper:]' '[:lower:]' <<< "$repository")

# The issues that have an id: "id number", a line each.
known=$(gh issue list --repo "$repository" --state all --limit 10000 --json number,body \\
  --jq '.[] | ((.body // "") | split("<!-- kano:id=")[1] // empty | split(" -->")[0]) as $id | "\\($id) \\(.number)"')

# issue ID TITLE BODY NUMBERS: the last are issues that the file names, as owner/repository#7 in small letters: the first in this repository counts
issue() {
  local id=$1 title=$2 number=""
  export KANO_PART="<!-- kano:id=$id -->
$3
<!-- /kano -->"
  for named in $4; do
    if [ -z "$number" ] && [ "\${named%#*}" = "$lowered" ]; then number=\${named##*#}; fi
  done
  if [ -z "$number" ]; then number=$(awk -v id="$id" '$1 == id { print $2; exit }' <<< "$known"); fi
  if [ -z "$number" ] && [ -n "$4" ]; then
    echo "kano: $id is left out, because its issue is $4" >&2
    return
  fi
  if [ -z "$number" ]; then
    gh issue create --repo "$repository" --title="$title" --body="$KANO_PART"
    return
  fi
  local body
  body=$(gh issue view "$number" --repo "$repository" --json body --jq .body | tr -d '\\r' | awk -v begin="<!-- kano:id=$id -->" '
    { lines[NR] = $0 }
    $0 == begin && !from { from = NR }
    $0 == "<!-- /kano -->" && from && !to { to = NR }
    END {
      for (line = 1; line <= NR; line++) {
        if (to && line == from) print ENVIRON["KANO_PART"]
        if (!to || line < from || line > to) print lines[line]
      }
      if (!from) printf "%s%s\\n", NR ? "\\n" : "", ENVIRON["KANO_PART"]
      if (from && !to) print "kano: the part of " begin " has no end, so it stays as it is" > "/dev/stderr"
    }')
  gh issue edit "$number" --repo "$repository" --body="$body"
}
`;

/** Whether the script can do something for a feature: one that has its ticket elsewhere would get a second one. */
export function isForGithub(item: TrackerItem): boolean {
  return item.tickets.length === 0 || numbersOf(item).length > 0;
}

function bodyOf(item: TrackerItem): string {
  return [`<!-- ${statusMark(item)} -->`, describedWithTitle(item).map(withoutMentions).join('\n\n')].join('\n');
}

/** Issues on GitHub only: a pull request has a number of the same kind, and its text belongs to its author. */
function numbersOf({ tickets }: TrackerItem): readonly string[] {
  return tickets.flatMap(({ key, url }) =>
    /^https?:\/\/github\.com\/[\w.-]+\/[\w.-]+\/issues\/\d+\/?$/i.test(url ?? '') ? [key.toLowerCase()] : [],
  );
}

/** As a shell reads it: nothing within single quotes means anything but a single quote. */
function quoted(text: string): string {
  return `'${text.replace(controls, ' ').replaceAll("'", `'\\''`)}'`;
}

const controls = new RegExp(`(?!\\n)[${deceptiveCharacters}]`, 'gu');
