import { readFile, writeFile } from 'node:fs/promises';
import { minify } from 'terser';

/**
 * Shortens a built bundle further than esbuild does: by some 2 %, for ten times its time.
 *
 * @param {URL} file Rewritten together with its source map.
 */
export async function shortenBundle(file) {
  const map = new URL(`${file.href}.map`);
  const [code, content] = await Promise.all([readFile(file, 'utf8'), readFile(map, 'utf8')]);
  const result = await minify(code, {
    ecma: 2020,
    // Not `pure_getters`: the backlog reads numbers only so that they are worked out a few at a time.
    compress: { passes: 2, toplevel: true, keep_fargs: false, unsafe_arrows: true },
    mangle: { toplevel: true },
    format: { comments: /^!/ },
    sourceMap: { content, url: map.pathname.slice(map.pathname.lastIndexOf('/') + 1) },
  });
  await writeFile(map, String(result.map));
  await writeFile(file, result.code ?? '');
}
