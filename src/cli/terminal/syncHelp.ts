export const syncHelp = `
Examples:
  kano sync --from jira.csv --into shop.kano.yaml --dry-run   what would change
  kano sync --from jira.csv --into shop.kano.yaml
  kano sync --from jira.csv --into shop.kano.yaml --status "QA=in-progress"
  kano sync --from today.csv --base last-week.csv --into shop.kano.yaml
  gh issue list --state all --limit 10000 --json \\
    number,title,state,stateReason,closedAt,body,labels,url > issues.json
  kano sync --from issues.json --into shop.kano.yaml

Tickets are found by the "kano:id" that kano backlog --format gave them, and by
"tracker" in the file. Their keys and statuses are written by the smallest edits,
and only where the tracker alone changed. Where both sides changed, or nothing
tells which did, each feature is named and nothing is written for it.

Exit codes: 0 success, 1 the sides disagree or a status is not known, 2 command
failed.
`;
