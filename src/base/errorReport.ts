/** A message is cut here: a bug report needs its beginning. */
const messageLimit = 300;
const framesLimit = 12;

/**
 * What a bug report needs of an error: its kind, its message, and where in the code it was thrown. Quotations in the message are left out, because
 * they may come from a user's file, and so are the folders of the machine.
 */
export function errorReport(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const message = error.message.slice(0, messageLimit).replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?/g, '…');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${message}`, ...frames.slice(0, framesLimit).map(withoutFolders)].join('\n');
}

/** `    at check (/home/me/kano/dist/cli.js:3:14)` as `    at check (cli.js:3:14)` */
function withoutFolders(frame: string): string {
  const start = frame.includes('(') ? frame.lastIndexOf('(') + 1 : frame.indexOf('at ') + 3;
  return frame.slice(0, start) + frame.slice(Math.max(start, frame.lastIndexOf('/') + 1, frame.lastIndexOf('\\') + 1));
}
