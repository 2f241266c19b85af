import { type AnswerSet, unpublished } from './answerSet.ts';

export const spanish: readonly AnswerSet[] = [
  {
    source: unpublished,
    words: [
      ['Me gusta', 'Me gusta así', 'Me gusta de esa manera', 'Me gusta mucho', 'Me gustaría', 'Me gusta que sea así'],
      ['Debe ser así', 'Tiene que ser así', 'Espero que sea así', 'Lo doy por hecho', 'Es algo básico', 'Es imprescindible'],
      ['Me da igual', 'Me es indiferente', 'Me resulta indiferente', 'Soy neutral'],
      [
        'Puedo tolerarlo',
        'Lo tolero',
        'Lo puedo tolerar',
        'Puedo vivir con ello',
        'Puedo vivir con eso',
        'No me gusta, pero lo tolero',
        'No me gusta, pero puedo tolerarlo',
      ],
      ['No me gusta', 'No me gusta así', 'Me disgusta', 'No me gustaría', 'No me gusta y no lo tolero', 'No me gusta y no puedo tolerarlo'],
    ],
  },
];
