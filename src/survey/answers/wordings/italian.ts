import { type AnswerSet, unpublished } from './answerSet.ts';

export const italian: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      ['Mi piace', 'Mi piace così', 'Mi piacerebbe', 'Mi piace molto', 'Mi farebbe piacere'],
      ['Deve essere così', 'Me lo aspetto', 'Mi aspetto che sia così', 'Lo do per scontato'],
      ['Mi è indifferente', 'Per me è indifferente', 'Sono neutrale', 'Sono indifferente'],
      ['Posso tollerarlo', 'Lo tollero', 'Lo posso tollerare', 'Posso conviverci', 'Ci posso convivere'],
      ['Non mi piace', 'Non mi piace così', 'Non mi piacerebbe', 'Mi darebbe fastidio'],
    ],
  },
  {
    source: `${unpublished}; “posso accettarlo” alone may be neutral`,
    onlyTogether: true,
    words: [
      ['Mi piace', 'Mi piace così', 'Mi piacerebbe'],
      ['Deve essere così', 'Me lo aspetto', 'Lo do per scontato'],
      ['Mi è indifferente', 'Per me è indifferente', 'Sono neutrale'],
      ['Posso accettarlo', 'Lo accetto'],
      ['Non mi piace', 'Non mi piace così', 'Non mi piacerebbe'],
    ],
  },
];
