import { type AnswerSet, unpublished } from './answerSet.ts';

export const japanese: readonly AnswerSet[] = [
  {
    source: 'Kano, Seraku, Takahashi and Tsuji 1984, Hinshitsu 14(2)',
    words: [
      ['気に入る', '気に入ります'],
      ['当然である', '当然だ', '当たり前である', '当たり前だ', '当たり前'],
      ['何とも感じない', 'なんとも感じない', '何とも思わない', 'なんとも思わない'],
      ['しかたがない', '仕方がない', '仕方ない', 'しかたない'],
      ['気に入らない', '気に入りません'],
    ],
  },
  {
    source: 'Uezu 2015, Journal of Japan Society for Fuzzy Theory and Intelligent Informatics 27(4)',
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
