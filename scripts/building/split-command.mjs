/**
 * Lets the command's start load the rest when it needs it: what it imports dynamically is a module of `dist/command/`. Node reads all of a file
 * before it runs any of it, and the start alone is what `kano --version` takes.
 *
 * @type {import('esbuild').Plugin}
 */
export const splitCommand = {
  name: 'split-command',
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: path.replace(/^\.\//, './command/').replace(/\.ts$/, '.mjs'), external: true } : undefined,
    );
  },
};
