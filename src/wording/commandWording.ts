import * as l10n from '@vscode/l10n';
import { count, nameList } from '../terms/numbers.ts';

export type SeverityName = 'error' | 'warning' | 'info' | 'hint';

/** What a severity is called in a list of problems. */
export function severityLabel(severity: SeverityName): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
      return l10n.t('info');
    case 'hint':
      return l10n.t('hint');
  }
}

/** The last line of a list of problems: `2 errors and 1 hint in 4 files`. */
export function problemsSummary(counts: Readonly<Record<SeverityName, number>>, files: number): string {
  const fileCount = files === 1 ? l10n.t('1 file') : l10n.t('{count} files', { count: count(files) });
  const parts = (['error', 'warning', 'info', 'hint'] as const).flatMap((severity) =>
    counts[severity] === 0 ? [] : [severityCount(severity, counts[severity])],
  );
  if (parts.length === 0) return l10n.t('No problems in {files}', { files: fileCount });
  return l10n.t('{problems} in {files}', { problems: nameList(parts), files: fileCount });
}

/** Words of the tables that only the command prints. */
export function analysisTableWords() {
  return {
    share: l10n.t('Share'),
    first: l10n.t('First'),
    newest: l10n.t('Newest'),
    change: l10n.t('Change'),
    target: l10n.t('Target'),
    unreadable: l10n.t('tally has an error'),
    noFeatures: l10n.t('This product has no features yet.'),
  };
}

/** Why the command could not do what it was asked for; each names the path as the user gave it. */
export type CommandFailure =
  | { readonly kind: 'no-match' | 'no-file-in-folder' | 'not-kano' | 'not-utf8' | 'is-folder'; readonly path: string }
  | { readonly kind: 'unreadable' | 'unwritable' | 'no-folder'; readonly path: string; readonly reason: string }
  | { readonly kind: 'would-overwrite' | 'output-is-kano' | 'check-needs-file'; readonly path: string }
  | { readonly kind: 'exists' | 'no-notes-place' | 'notes-damaged'; readonly path: string }
  | {
      readonly kind: 'matrix-needs-one-product' | 'picture-needs-one-product' | 'questionnaire-needs-one-product';
      readonly products: number;
    }
  | { readonly kind: 'not-a-questionnaire' | 'nothing-to-ask'; readonly path: string }
  | { readonly kind: 'check-needs-output' | 'no-file-here' | 'standard-input-twice' }
  | { readonly kind: 'no-git' | 'no-repository' | 'diff-needs-base' }
  | { readonly kind: 'git-failed'; readonly reason: string }
  | { readonly kind: 'not-a-revision'; readonly revision: string }
  | { readonly kind: 'unknown-revision'; readonly revision: string; readonly isShallow: boolean }
  | { readonly kind: 'no-merge-base'; readonly base: string; readonly head: string; readonly isShallow: boolean }
  | { readonly kind: 'diff-needs-second'; readonly path: string }
  /** Why an import cannot be done: a sentence of importWording.ts. */
  | { readonly kind: 'import'; readonly reason: string }
  | { readonly kind: 'mistake'; readonly reason: string };

/** One line on why nothing was done, and what would help. */
export function commandFailure(failure: CommandFailure): string {
  switch (failure.kind) {
    case 'no-match':
      return l10n.t('{path} matches no file. Give a *.kano.yaml or *.kano.yml file, a folder, or a pattern in quotes.', failure);
    case 'no-file-in-folder':
      return l10n.t('{path} holds no *.kano.yaml or *.kano.yml file, apart from what Git ignores.', failure);
    case 'no-file-here':
      return l10n.t('This folder and those in it hold no *.kano.yaml or *.kano.yml file, apart from what Git ignores.');
    case 'not-kano':
      return l10n.t('{path} is not named *.kano.yaml or *.kano.yml, so it is not read.', failure);
    case 'not-utf8':
      return l10n.t('{path} is not UTF-8 text, so it cannot be read. Save it as UTF-8.', failure);
    case 'is-folder':
      return l10n.t('{path} is a folder. Name a file in it.', failure);
    case 'unreadable':
      return l10n.t('{path} cannot be read ({reason}).', failure);
    case 'unwritable':
      return l10n.t('{path} cannot be written ({reason}).', failure);
    case 'no-folder':
      return l10n.t('{path} cannot be written: there is no folder {reason}. Create it first.', failure);
    case 'would-overwrite':
      return l10n.t('{path} is one of the files that are read, so it is not overwritten. Name another file after -o.', failure);
    case 'output-is-kano':
      return l10n.t('{path} is a requirements file by its name, so nothing is written over it. Name another file after -o.', failure);
    case 'exists':
      return l10n.t('{path} exists already, and nothing is written over it.', failure);
    case 'no-notes-place':
      return l10n.t(
        '{path} holds text that was not written by “kano backlog”, or its two kano:notes lines are gone, so it is not overwritten. Delete it first, or name another file after -o.',
        failure,
      );
    case 'notes-damaged':
      return notesDamaged(failure.path);
    case 'picture-needs-one-product':
      return l10n.t('A picture shows one product, and these are {count}. Name the file of one.', { count: count(failure.products) });
    case 'questionnaire-needs-one-product':
      return l10n.t('A questionnaire asks about one product, and these are {count}. Name the file of one.', {
        count: count(failure.products),
      });
    case 'not-a-questionnaire':
      return l10n.t(
        '{path} was not written by “kano questionnaire”, so it is not overwritten. Delete it first, or name another file after -o.',
        failure,
      );
    case 'nothing-to-ask':
      return l10n.t('{path} has no open feature to ask about: none at all, or all are shipped or rejected.', failure);
    case 'matrix-needs-one-product':
      return l10n.t('--matrix needs one product, and these are {count}. Name the file of one.', { count: count(failure.products) });
    case 'check-needs-file':
      return l10n.t('--check compares with a file, and {path} is a device or a pipe.', failure);
    case 'check-needs-output':
      return l10n.t('--check compares with a file. Name it with -o FILE.');
    case 'standard-input-twice':
      return l10n.t('“-” stands twice among the paths, and standard input can be read once.');
    case 'no-git':
      return l10n.t('Comparing revisions needs Git, and no “git” is on the PATH. Two files can be compared without it.');
    case 'no-repository':
      return l10n.t('This folder is in no Git repository. Name two files to compare, or go to a repository.');
    case 'git-failed':
      return l10n.t('Git could not do it: {reason}', failure);
    case 'diff-needs-base':
      return l10n.t('Say what to compare with: a revision, as in “kano diff main”, or two files.');
    case 'diff-needs-second':
      return l10n.t('{path} is a file. Name a second file to compare it with, or a revision before it.', failure);
    case 'not-a-revision':
      return l10n.t('{revision} is no name of a revision.', failure);
    case 'unknown-revision':
      return failure.isShallow
        ? unknownInShallow(failure.revision)
        : l10n.t('Git knows no revision {revision} here.', { revision: failure.revision });
    case 'no-merge-base':
      return failure.isShallow
        ? l10n.t('{base} and {head} part before the history that is here. {advice}', { ...names(failure), advice: deepen() })
        : l10n.t(
            '{base} and {head} have no common history, so there is nowhere they part. Compare {base}..{head} instead.',
            names(failure),
          );
    case 'import':
      return failure.reason;
    case 'mistake':
      return l10n.t('There is a mistake in this command: {reason}. Nothing was written. Please report it.', failure);
  }
}

function unknownInShallow(revision: string): string {
  return l10n.t('Git knows no revision {revision} here, and only part of the history is here. {advice}', { revision, advice: deepen() });
}

function names({ base, head }: { readonly base: string; readonly head: string }) {
  return { base, head };
}

/** What brings the rest of the history. */
function deepen(): string {
  return l10n.t('Fetch the rest: “git fetch --unshallow”, or “fetch-depth: 0” with actions/checkout.');
}

/** Two states are compared that have none of our files: that is no mistake. */
export function nothingToCompare(base: string, head: string): string {
  return l10n.t('Neither {base} nor {head} has a *.kano.yaml or *.kano.yml file here, so there is nothing to compare.', { base, head });
}

/** Something is wrong in a file as it was before the change; `problem` begins with its place. */
export function problemBefore(problem: string): string {
  return l10n.t('Before the change: {problem}', { problem });
}

/** A condition of `--fail-on` is met. */
export function failConditionMet(condition: string, number: number): string {
  return l10n.t('--fail-on {condition}: {count} found.', { condition, count: count(number) });
}

/** `--check` found another text in the file than the backlog would have now, or no file. */
export function outOfDate(path: string): string {
  return l10n.t('{path} is out of date. Run the same command without --check.', { path });
}

/** The marks around the hand-written part of a backlog cannot be told. */
export function notesDamaged(path: string): string {
  return l10n.t(
    'In {path} it is unclear where the hand-written part begins or ends, so it is not overwritten. It stands between two lines: <!-- kano:notes --> and <!-- /kano:notes -->.',
    { path },
  );
}

/** What `kano init` did, and what comes next. */
export function starterWritten(path: string): string {
  return l10n.t('{path} is written. Put your own features in, then run “kano analyze {path}”.', { path });
}

/** Numbers and a backlog are only as complete as what could be read of the files. */
export function errorsInFile(path: string, errors: number): string {
  return l10n.t('{path} has {errors}, so something may be missing. Run “kano lint” to see them.', { path, errors: errorCount(errors) });
}

/** `1 error` */
export function errorCount(errors: number): string {
  return severityCount('error', errors);
}

/** More warnings than `--max-warnings` allows. */
export function tooManyWarnings(warnings: number, allowed: number): string {
  return l10n.t('{warnings}, and {allowed} are allowed.', { warnings: severityCount('warning', warnings), allowed: count(allowed) });
}

/** On a terminal, while work takes long. */
export function readingProgress(done: number, all: number): string {
  return l10n.t('Reading {done} of {all} files…', { done: count(done), all: count(all) });
}

export function checkingProgress(done: number, all: number): string {
  return l10n.t('Checking {done} of {all} files…', { done: count(done), all: count(all) });
}

function severityCount(severity: SeverityName, number: number): string {
  const values = { count: count(number) };
  switch (severity) {
    case 'error':
      return number === 1 ? l10n.t('1 error') : l10n.t('{count} errors', values);
    case 'warning':
      return number === 1 ? l10n.t('1 warning') : l10n.t('{count} warnings', values);
    case 'info':
      return l10n.t('{count} info', values);
    case 'hint':
      return number === 1 ? l10n.t('1 hint') : l10n.t('{count} hints', values);
  }
}
