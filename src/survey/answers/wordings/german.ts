import { type AnswerSet, unpublished } from './answerSet.ts';

export const german: readonly AnswerSet[] = [
  {
    source:
      'The R package stp25stat (github.com/stp4/stp25stat, R/kano.R), which names Klopp, Die Kano-Methode (eric-klopp.de), after Sauerwein 1999; “eventuell”, “gerade noch” and the short forms are in common use',
    words: [
      ['Das würde mich sehr freuen', 'Würde mich sehr freuen', 'Das würde mich freuen'],
      ['Das setze ich voraus', 'Setze ich voraus'],
      ['Das ist mir egal', 'Ist mir egal', 'Das wäre mir egal'],
      [
        'Das könnte ich eventuell in Kauf nehmen',
        'Das könnte ich in Kauf nehmen',
        'Könnte ich in Kauf nehmen',
        'Könnte ich eventuell in Kauf nehmen',
        'Das nehme ich gerade noch hin',
        'Das nehme ich in Kauf',
      ],
      ['Das würde mich sehr stören', 'Würde mich sehr stören', 'Das würde mich stören'],
    ],
  },
  {
    source: unpublished,
    words: [
      ['Das gefällt mir', 'Das gefällt mir so', 'Gefällt mir', 'Das mag ich', 'Ich mag es so', 'Ich mag das'],
      ['Das muss so sein', 'Es muss so sein', 'Das erwarte ich', 'Ich erwarte das', 'Das ist selbstverständlich'],
      ['Ich bin neutral', 'Das ist mir gleichgültig', 'Mir egal'],
      ['Damit kann ich leben', 'Ich kann damit leben', 'Damit könnte ich leben', 'Das kann ich tolerieren'],
      ['Das gefällt mir nicht', 'Gefällt mir nicht', 'Das missfällt mir', 'Das mag ich nicht', 'Ich mag das nicht', 'Das stört mich'],
    ],
  },
];
