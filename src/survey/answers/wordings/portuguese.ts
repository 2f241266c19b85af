import { type AnswerSet, unpublished } from './answerSet.ts';

export const portuguese: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      ['Gosto', 'Eu gosto', 'Gosto disso', 'Eu gosto disso', 'Gosto que seja assim', 'Gostaria', 'Eu gostaria', 'Gosto muito'],
      ['Deve ser assim', 'Tem que ser assim', 'Tem de ser assim', 'Espero que seja assim', 'Eu espero isso', 'É o mínimo que espero'],
      ['Sou neutro', 'Estou neutro', 'Sou indiferente', 'É-me indiferente', 'Tanto faz', 'Para mim tanto faz'],
      [
        'Posso tolerar',
        'Eu posso tolerar',
        'Consigo tolerar',
        'Posso conviver com isso',
        'Consigo conviver com isso',
        'Posso viver com isso',
      ],
      ['Não gosto', 'Eu não gosto', 'Não gosto disso', 'Eu não gosto disso', 'Não gostaria', 'Eu não gostaria'],
    ],
  },
];
