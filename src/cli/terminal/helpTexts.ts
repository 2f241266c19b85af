export const pathsHelp =
  'files, folders or patterns; default: all *.kano.yaml and *.kano.yml files in this folder and its subfolders that Git does not ignore; - is standard input';

export const generalHelp = `
Examples:
  kano init                            write a commented file to start from
  kano lint                            check every file here and in subfolders
  kano analyze shop.kano.yaml          what customers say about each feature
  kano backlog -o BACKLOG.md           write what to build first, as Markdown
  kano backlog -o BACKLOG.md --check   in CI: fail when the file is out of date
  kano matrix shop.kano.yaml -o m.svg  draw Better against Worse
  kano diff main                       what the work since main changes
  kano questionnaire shop.kano.yaml -o survey.html   a page that asks customers
  kano import answers.csv --into shop.kano.yaml      their answers, into the file
  kano import-feedback r.csv --into shop.kano.yaml --source reviews   counted
  kano report -o report.html           a page for those who have no editor
  kano sync --from jira.csv --into shop.kano.yaml    statuses of tickets, back
  kano mcp                             answer agents

Results go to standard output, everything else to standard error.
Exit codes: 0 success, 1 problems found or file out of date, 2 command failed.
`;

export const lintHelp = `
Examples:
  kano lint                          every file here and in subfolders
  kano lint docs shop.kano.yaml      a folder and a file
  kano lint "products/*.kano.yaml"   a pattern, in quotes
  kano lint --max-warnings 0         in CI: warnings count too
  kano lint --format github          annotations in a pull request
  kano lint --format sarif > kano.sarif    for code scanning; junit for others
  git show HEAD:shop.kano.yaml | kano lint - --stdin-filename shop.kano.yaml

To silence a problem, add a comment: # kano-disable-next-line kano/small-sample
Exit codes: 0 no errors, 1 errors or too many warnings, 2 command failed.
`;

export const analyzeHelp = `
Examples:
  kano analyze shop.kano.yaml
  kano analyze --format csv > features.csv
  kano analyze --fields rank,id,category,n,better,worse --format csv
  kano analyze --format json | jq '.files[].features[] | {id, rank, category}'

A file is analysed together with the files it uses. The JSON is described in
schemas/analysis.schema.json. Exit codes: 0 success, 1 a file has errors, so
something may be missing, 2 command failed.
`;

export const backlogHelp = `
Examples:
  kano backlog shop.kano.yaml          print it
  kano backlog -o BACKLOG.md           write it to a file
  kano backlog -o BACKLOG.md --check   in CI: fail when the file is out of date
  kano backlog --group-by touchpoint   a table for each touchpoint
  kano backlog --format jira -o tickets.csv       azure, gitlab, linear too
  kano backlog --format github -o issues.sh       a script to read and to run

Text that you write between the two kano:notes lines of the -o file is kept.
Each fact has a line of its own, so that branches that touch different features
seldom conflict in the file; where they do, write it anew after the merge.

What a tracker gets are the features of the build order, each with its id, that
"tracker" names no ticket for. The script for GitHub needs gh; it makes issues,
or updates those that it made before.

Several products make one text with a section for each; a file that another
file uses belongs to that file's product. Exit codes: 0 success, 1 out of date
or a file has errors, 2 command failed.
`;

export const matrixHelp = `
Examples:
  kano matrix shop.kano.yaml -o matrix.svg
  kano matrix shop.kano.yaml -o matrix-dark.svg --theme dark
  kano matrix shop.kano.yaml --lang zh-cn > matrix.svg
  kano matrix shop.kano.yaml -o slide.png --size slide
  kano matrix shop.kano.yaml --plot continuous   where tallies have answers

The picture shows one product: a file and the files it uses. An SVG loads
nothing and runs no script. A PNG is drawn with the fonts of the system, at
twice the size: a slide has 1920 by 1080 pixels. Exit codes: 0 success, 1 a file
has errors, so something may be missing, 2 command failed.
`;

export const baseHelp =
  'BASE compares a revision with the working tree, BASE..HEAD or BASE HEAD two revisions, BASE...HEAD compares HEAD with their merge base; or name two files';

export const diffHelp = `
Examples:
  kano diff main                        what the working tree changes since main
  kano diff main...HEAD                 what this branch changes: a pull request
  kano diff --staged                    what the next commit changes
  kano diff v1.0..v2.0 products         between two releases, in a folder
  kano diff old.kano.yaml new.kano.yaml two files, without Git
  kano diff main...HEAD --format github annotations for GitHub Actions
  kano diff main --fail-on drift,must-be-gap

What --fail-on can look for:
  category      a surveyed feature has another category, or none
  drift         a category moved, and Better or Worse left its 95% interval
  must-be-gap   a must-be feature is open at a touchpoint where it was not
  removed       a feature is gone
  metric-worsened  the newest reading of a metric is worse than the one before
  new-pain      a pain or a bottleneck was added
  any           anything changed but comments and layout

Features are matched by id, whatever file they are in. The JSON is described in
schemas/diff.schema.json. Exit codes: 0 success, 1 a --fail-on condition is met
or a file has errors, so something may be missing, 2 command failed.
`;

export const reportHelp = `
Examples:
  kano report -o report.html                 all files of this folder
  kano report shop -o report.html --since v1.2
  kano report shop -o report.md              what to decide, for a wiki
  kano report shop -o report.html --lang zh-cn
  kano report shop -o report.html --public   for people outside

html      one file that loads nothing and sends nothing. It begins with what to
          build next and why, what not to build, what changed, what is unsure
          and which metrics moved; then come the tabs of the panel. The address
          keeps the tab, the filters and the feature, so that it can be shared
markdown  the same decisions without the tabs

The whole text of the files is in the page, comments too. With --public what the
report does not show is not in it either: owners, links, quotes, notes, sources
of evidence, descriptions, survey questions, addresses in texts, comments and
the names of files. Titles, names, needs, pains and tags stay. The same files
give the same page, byte for byte.
`;

export const questionnaireHelp = `
Examples:
  kano questionnaire shop.kano.yaml -o survey.html   a page to send or publish
  kano questionnaire shop.kano.yaml -o survey.md     to print or paste
  kano questionnaire shop.kano.yaml -o survey.csv    a table for form builders
  kano questionnaire shop.kano.yaml -o survey.xlsx   a form for Kobo or ODK
  kano questionnaire shop.kano.yaml -o survey.html --to research@example.org
  kano questionnaire shop.kano.yaml -o survey.html --lang zh-cn
  kano questionnaire shop.kano.yaml -o again.html --ask undecided

Asks two questions about every open feature, one that is neither shipped nor
rejected: those under "question" in the file, else two made from its title.
Where the file has personas, it asks which one the respondent is.

With --ask undecided it asks only about features without answers, with fewer
than 30, or with a category that is ambiguous: first those in progress, then
planned ones, then ideas, each in build order.

html      one file that needs no server and no network. Respondents save their
          answers as a CSV file and send you that, by e-mail with --to; nothing
          leaves the page by itself, unless --post gives an address for it
markdown  a table of boxes to tick for each feature
csv       a row for each question: the column its answers belong in, feature,
          kind, text, and the answers to choose from
google-script  a script that makes a Google Form
xlsform        a workbook for KoboToolbox, ODK and others; needs -o
qualtrics      a text to import, in its advanced format
limesurvey     the structure of a survey, as tab-separated values

In a sheet of answers, the feature with the id fast-search has the columns
fast-search_functional and fast-search_dysfunctional (and, with --importance,
fast-search_importance); answers are like, must-be, neutral, live-with, dislike.
kano import reads it. A file that this command did not write is not overwritten.

Exit codes: 0 success, 1 a file has errors, so something may be missing, 2
command failed.
`;

export const exportsHelp = 'exports of one survey, unchanged: CSV, XLSX or ODS; several files are counted together; - is standard input';

export const importHelp = `
Examples:
  kano import answers.csv --into shop.kano.yaml --dry-run    check before it writes
  kano import answers.csv --into shop.kano.yaml --survey 2026-q3
  kano import answers.csv --into shop.kano.yaml --persona-column Segment
  kano import answers.csv --into shop.kano.yaml --write-map survey-map.yaml
  kano import answers.csv --into shop.kano.yaml --map survey-map.yaml
  kano import answers/*.csv --into shop.kano.yaml            one file per respondent
  kano import answers.xlsx --into shop.kano.yaml --sheet Answers

Columns are found by their header: fast-search_functional and
fast-search_dysfunctional, the same with the title of the feature, or the text
of its questions. Answers are the words of the questionnaire (I like it that
way, It must be that way, I am neutral, I can live with it that way, I dislike
it that way), published wordings in eleven languages, or numbers, where a map
says which end is like. An empty cell is no answer, and never neutral.

A survey map explains everything else:
  names: { fast-search: F1 }            # columns F1_functional, F1_dysfunctional
  columns:
    voice-search: { functional: Q7, dysfunctional: "#8" }
  answers: { like: [5, Love it], must-be: [4], neutral: [3], live-with: [2], dislike: [1] }
  personas: { column: Segment, values: { Existing customer: member } }
  respondents: { column: Response ID, duplicates: last, leaveOut: { Status: [Test] } }
  where: { Wave: 2 }                    # only rows with this value
  importance: { from: 1, to: 5 }        # stored as 1 to 9
  leaveOut: [Timestamp, Comments]

Only the numbers of the survey's own tallies change in the file; a second run
changes nothing. Nothing is written until every answer, persona and repeated
respondent is understood, nor where the file would lose answers that the export
lacks, unless --replace is given. Exit codes: 0 success, 1 nothing is written for
one of these reasons, or columns of answers are left out, 2 command failed.
`;

export const surveySqlFileHelp = 'the *.kano.yaml file whose features the survey asked about';

export const surveySqlHelp = `
Examples:
  kano survey-sql shop.kano.yaml --map map.yaml --dialect bigquery > count.sql
  kano survey-sql shop.kano.yaml --map map.yaml --dialect duckdb \\
    --table answers.parquet | duckdb -csv > counts.csv
  kano import --counts counts.csv --into shop.kano.yaml --survey 2026-q3 --map map.yaml

For answers that are in a warehouse, or in files too large for kano import. The
statement reads the table once and gives a row for each group of respondents who
answered alike: survey, feature, persona, both answers, importance, and their
number. This command connects to nothing; run the statement as you run others.

The map names the columns, as they are in the table:
  table: { name: analytics.survey_answers, survey: wave }
  columns: { fast-search: { functional: q7, dysfunctional: q8 } }
  answers: { like: [5], must-be: [4], neutral: [3], live-with: [2], dislike: [1] }
  personas: { column: segment }
  where: { country: [DE, AT] }
  respondents: { column: user_id, duplicates: last }    # table: { order: … }

A table may also have a row for each feature or for each answer:
  table: { feature: feature_id, functional: with_it, dysfunctional: without_it }
  table: { question: question_id, answer: answer_text }

docs/warehouse.md shows the whole way. Exit codes: 0 success, 2 command failed.
`;

export const feedbackFilesHelp = 'exports of reviews or tickets, unchanged; several files are counted together; - is standard input';

export const feedbackHelp = `
Examples:
  kano import-feedback reviews.csv --into shop.kano.yaml --source "app reviews" --dry-run
  kano import-feedback tickets.csv --into shop.kano.yaml --source "support tickets" --map feedback.yaml

Counts complaints, praise and neutral mentions of each feature, persona and month.
Texts and people are never stored. Which feature: a column with its id, title or
name, several where labels are separated; a column for each feature with 1, 0 and
-1 (-2 is not mentioned); or search words in the texts. Which way: one to five
stars (1 and 2 complain, 4 and 5 praise), a sentiment (words, or 1, 0, -1), or
labels. The date of the evidence is the newest of the rows that it counts.

A feedback map explains everything else:
  names: { delivery-time: [Delivery, Shipping] }
  terms: { delivery-time: [late, took ages] }
  columns: { labels: [Component/s, Labels], text: Summary, date: Created }
  complaints: [bug]                     # labels, words or numbers
  compliments: [praise]
  otherwise: complaints                 # rows that say nothing about which way
  personas: { values: { Existing customer: member } }
  where: { Language: en }               # only rows with this value
  rows: { leaveOut: { Status: [Spam] } }
  dates: day-first                      # 03/04/2026 is in April

Importing again replaces the counts of the same source and month; notes, other
months and other sources stay. Nothing is written where the file would lose mentions
that the export lacks, unless --replace is given. Exit codes: 0 success, 1 something was not
understood (what was is written) or has to be decided first (nothing is), 2 command
failed and nothing was written.
`;

export const folderHelp = 'where to write it; default: the current folder';

export const initHelp = `
Examples:
  kano init                  writes product.kano.yaml here
  kano init requirements     in a folder, which is created if it does not exist
  kano init shop.kano.yaml   under this name
  kano init --lang zh-cn     with Chinese comments

An existing file is never overwritten. Exit codes: 0 success, 2 command failed.
`;

export const mcpHelp = `
An agent starts it in the folder of the product; its settings have, for example:
  { "command": "kano", "args": ["mcp"] }

Tools that read: kano_list_features, kano_get_feature, kano_list_problems,
kano_compare_revisions, kano_list_touchpoints. Tools that write, by the smallest
edit: kano_set_feature, kano_add_evidence. Answers of surveys are never written:
kano import does that. Files outside of the folder are not read. See
docs/agents.md. Ends with standard input.
`;
