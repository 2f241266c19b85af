import { type AnswerSet, unpublished } from './answerSet.ts';

export const korean: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      ['마음에 든다', '매우 마음에 든다', '마음에 듭니다'],
      ['당연하다', '당연히 그래야 한다', '당연합니다'],
      ['아무런 느낌이 없다', '아무 느낌이 없다', '아무렇지도 않다', '아무 느낌 없다'],
      ['하는 수 없다', '어쩔 수 없다', '참을 수 있다'],
      ['마음에 안 든다', '마음에 들지 않는다', '마음에 들지 않습니다'],
    ],
  },
];
