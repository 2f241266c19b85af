export const pathsHelp =
  'files, folders or patterns; none means all *.kano.yaml and *.kano.yml files below here that Git does not ignore; - is standard input';

export const generalHelp = `
Examples:
  kano lint                            check every file below this folder
  kano analyze shop.kano.yaml          what customers' answers say of each feature
  kano backlog -o BACKLOG.md           write what to build first, as Markdown
  kano backlog -o BACKLOG.md --check   in CI: fail when the file is out of date

Results go to standard output, everything else to standard error.
Exit codes: 0 fine, 1 problems found or file out of date, 2 could not do it.
`;

export const lintHelp = `
Examples:
  kano lint                          every file below this folder
  kano lint docs shop.kano.yaml      a folder and a file
  kano lint "products/*.kano.yaml"   a pattern, in quotes
  kano lint --max-warnings 0         in CI: warnings count too
  git show HEAD:shop.kano.yaml | kano lint - --stdin-filename shop.kano.yaml

A problem is silenced by a comment: # kano-disable-next-line kano/small-sample
Exit codes: 0 no errors, 1 errors or too many warnings, 2 could not do it.
`;

export const analyzeHelp = `
Examples:
  kano analyze shop.kano.yaml
  kano analyze --format json | jq '.files[].features[] | {id, rank, category}'

A file is analysed together with all that it uses. The shape of the JSON is in
schemas/analysis.schema.json. Exit codes: 0 fine, 1 a file has errors, so that
something may be missing, 2 could not do it.
`;

export const backlogHelp = `
Examples:
  kano backlog shop.kano.yaml          print it
  kano backlog -o BACKLOG.md           write it to a file
  kano backlog -o BACKLOG.md --check   in CI: fail when the file is out of date
  kano backlog --group-by touchpoint   a table for each touchpoint

Several products make one text, a section each; a file that another one uses
belongs to that one's product. Exit codes: 0 fine, 1 out of date or a file has
errors, 2 could not do it.
`;
