/** Whether a file is ours by its name: `*.kano.yaml` or `*.kano.yml`, with a name before it. Takes paths of any system and paths of addresses. */
export function isKanoPath(path: string): boolean {
  return /[^/\\]\.kano\.ya?ml$/.test(path);
}
