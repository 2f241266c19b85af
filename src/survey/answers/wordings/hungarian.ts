import { type AnswerSet, unpublished } from './answerSet.ts';

export const hungarian: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      ['Tetszik', 'Tetszene', 'Örülnék neki', 'Nagyon örülnék neki', 'Így szeretem'],
      ['Elvárom', 'Elvárnám', 'Így kell lennie', 'Elvárom, hogy így legyen', 'Természetesnek veszem', 'Alapvetőnek tartom'],
      ['Közömbös', 'Közömbös számomra', 'Közömbös vagyok', 'Nekem mindegy', 'Semleges vagyok'],
      ['Elviselem', 'Elviselném', 'El tudom viselni', 'Együtt tudok élni vele', 'Együtt tudnék élni vele'],
      ['Nem tetszik', 'Nem tetszene', 'Zavarna', 'Nagyon zavarna', 'Nem szeretem'],
    ],
  },
];
