const words = {
  en: {
    /** @param {number} products */
    left: (products) =>
      products === 0
        ? '… The rest is left out: '
        : `… The rest is left out, with ${products} more ${products === 1 ? 'product' : 'products'}: `,
    summary: 'GitHub shows no more than 1 MiB here. The input `paths` can name fewer files.',
    comment: 'a comment has no room for more. All is in the summary of the job.',
  },
  'zh-cn': {
    /** @param {number} products */
    left: (products) => (products === 0 ? '…… 其余部分已略去：' : `…… 其余部分已略去，另有 ${products} 个产品：`),
    summary: 'GitHub 在此最多显示 1 MiB。可用输入 `paths` 指定较少的文件。',
    comment: '评论容不下更多内容，完整内容见作业摘要。',
  },
};

/**
 * The text up to a limit, and then what was left out and why. Whole lines only, so that no table is cut within a row.
 *
 * @param {string} text What `kano diff` wrote.
 * @param {number} limit Bytes that there is room for.
 * @param {'summary' | 'comment'} where
 * @returns {string}
 */
export function shorten(text, limit, where) {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  // A line break is never part of another character.
  const end = bytes.lastIndexOf('\n', limit - longestNote) + 1;
  const rest = bytes.toString('utf8', end);
  const said = words[/** @type {keyof typeof words} */ (process.env.KANO_LANG ?? '')] ?? words.en;
  const products = rest.split('\n').filter((line) => line.startsWith('## ')).length;
  return `${bytes.toString('utf8', 0, end)}\n${said.left(products)}${said[where]}\n`;
}

/** Bytes that the note takes at most. */
const longestNote = 400;
