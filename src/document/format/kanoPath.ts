/** Whether a path is that of a Kano file: `*.kano.yaml` or `*.kano.yml`, with a name before it. Accepts paths of any system and of URIs. */
export function isKanoPath(path: string): boolean {
  return /[^/\\]\.kano\.ya?ml$/.test(path);
}

/** The path from a file to another one, both absolute, as `uses` has it: `../journey.kano.yaml`. */
export function relativePath(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = to.split('/');
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}
