import { type AnswerSet, unpublished } from './answerSet.ts';

export const japanese: readonly AnswerSet[] = [
  {
    source: 'scrapbox.io/kidaaam-92022284, 狩野モデル, as the answers of the Kano model; the paper of 1984 itself was not looked at',
    words: [
      ['気に入る', '気に入ります'],
      ['当然である', '当然だ', '当たり前である', '当たり前だ', '当たり前'],
      ['何とも感じない', 'なんとも感じない', '何とも思わない', 'なんとも思わない'],
      ['しかたがない', '仕方がない', '仕方ない', 'しかたない'],
      ['気に入らない', '気に入りません'],
    ],
  },
  {
    source: 'Uezu 2015, Journal of Japan Society for Fuzzy Theory and Intelligent Informatics 27(4), p. 128',
    words: [
      ['とてもうれしい', 'とても嬉しい'],
      ['当然だろう'],
      ['特に何とも思わない'],
      ['別にそれでも構わない', '別にそれでもかまわない'],
      ['それは困る'],
    ],
  },
  {
    source: unpublished,
    words: [['うれしい', '嬉しい'], ['当然'], ['どちらでもよい', 'どちらでも良い'], ['我慢できる'], ['嫌だ', '不満だ']],
  },
];
