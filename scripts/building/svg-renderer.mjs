import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The renderer of SVG as WebAssembly, unchanged: its licence asks for its source to be named, which `docs/dependencies.md` does. */
export const svgRendererFile = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/**
 * Puts the renderer beside the command's parts as a file of its own, which is read only when a PNG is drawn.
 *
 * @type {import('esbuild').Plugin}
 */
export const svgRenderer = {
  name: 'svg-renderer',
  setup(build) {
    build.onResolve({ filter: /^kano:svg-renderer$/ }, () => ({ path: svgRendererFile, namespace: 'svg-renderer' }));
    build.onLoad({ filter: /./, namespace: 'svg-renderer' }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'file',
      watchFiles: [path],
    }));
  },
};
