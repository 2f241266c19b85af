import { type AnswerSet, unpublished } from './answerSet.ts';

export const french: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      [
        "J'aime ça",
        "J'aime cela",
        'Cela me plaît',
        'Ça me plaît',
        'Cela me fait plaisir',
        'Cela me ferait plaisir',
        'Ça me ferait plaisir',
      ],
      ['Cela doit être ainsi', 'Ça doit être comme ça', "Je m'y attends", "C'est un minimum", "C'est le minimum", 'Cela va de soi'],
      ["Cela m'est égal", "Ça m'est égal", 'Je suis neutre', 'Cela me laisse indifférent', 'Je suis indifférent'],
      ["Je m'en accommode", 'Je peux vivre avec', 'Je peux le tolérer', 'Je peux tolérer cela', "Je pourrais m'en accommoder"],
      ["Je n'aime pas ça", "Je n'aime pas cela", 'Cela me déplaît', 'Ça me déplaît', 'Cela me dérange', 'Cela me dérangerait'],
    ],
  },
];
