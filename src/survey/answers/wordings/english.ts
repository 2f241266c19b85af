import { type AnswerSet, unpublished } from './answerSet.ts';

const like = ['I like it', 'I like it that way', 'I like it this way', 'I like that', 'I like this', 'Like it'];
const mustBe = ['I expect it', 'I expect it that way', 'It must be that way', 'Must be', 'Expect it'];
const neutral = ['I am neutral', "I'm neutral", 'Neutral', "I don't care", 'I do not care'];
const liveWith = ['I can live with it', 'I can live with it that way', 'I can tolerate it', 'Live with it'];
const dislike = ['I dislike it', 'I dislike it that way', 'I dislike that', 'Dislike it', "I don't like it", 'I do not like it'];

export const english: readonly AnswerSet[] = [
  {
    source:
      'Berger et al. 1993, Center for Quality Management Journal 2(4), first wording; the same as Matzler 1998 on kano-model.proofofthepudding.be',
    words: [
      ['I like it that way', 'I like it this way', 'I would like it that way'],
      ['It must be that way', 'It must be this way', 'Must be that way', 'It has to be that way'],
      ['I am neutral', "I'm neutral", 'I feel neutral', 'I would be neutral'],
      ['I can live with it that way', 'I can live with it this way'],
      ['I dislike it that way', 'I dislike it this way', 'I would dislike it that way', "I don't like it that way"],
    ],
  },
  {
    source: 'Berger et al. 1993, second wording; not found on a public page',
    words: [
      ['I enjoy it that way', 'I enjoy it', 'I would enjoy it'],
      ['It is a basic necessity or I expect it that way', 'It is a basic necessity', 'Basic necessity'],
      ['I am neutral'],
      ['I dislike it, but I can live with it that way', 'I dislike it, but I can live with it', 'I dislike it but can live with it'],
      [
        "I dislike it, and I can't accept it",
        'I dislike it, and I cannot accept it',
        "I dislike it and can't accept it",
        "I dislike it, and I can't accept it that way",
      ],
    ],
  },
  {
    source: 'The team of Robert Blauth, as cited in Zacarias, The Complete Guide to the Kano Model (foldingburritos.com/blog/kano-model)',
    words: [
      ['This would be very helpful to me', 'It would be very helpful to me'],
      ['This is a basic requirement for me', 'It is a basic requirement for me'],
      ['This would not affect me', 'It would not affect me'],
      ['This would be a minor inconvenience', 'This would be a minor inconvenience for me'],
      ['This would be a major problem for me', 'It would be a major problem for me'],
    ],
  },
  {
    source: 'Zacarias, The Complete Guide to the Kano Model (foldingburritos.com/blog/kano-model)',
    words: [
      ['I like it', 'I would like it', "I'd like it", 'I like that', 'I would like that', 'I like this', 'Like it'],
      [
        'I expect it',
        'I would expect it',
        'I expect that',
        'I expect this',
        'Expect it',
        'I expect it that way',
        'I expect it to be that way',
      ],
      ['I am neutral', "I'm neutral", "I don't care", 'I do not care', 'I am indifferent', "I'm indifferent"],
      ['I can tolerate it', 'I can tolerate it that way', 'I can tolerate that', 'I could tolerate it', 'I tolerate it', 'Tolerate it'],
      ['I dislike it', 'I would dislike it', "I'd dislike it", 'I dislike that', 'I dislike this', 'Dislike it'],
    ],
  },
  {
    source: 'Löfgren and Witell 2008, as cited on kano-model.proofofthepudding.be',
    words: [
      ['I like it that way'],
      ['I am expecting it to be that way', 'I expect it to be this way', 'I expect it to be that way'],
      ['I am neutral'],
      ['I can accept it to be that way'],
      ['I dislike it that way'],
    ],
  },
  {
    source: 'Chen 2020, as cited on kano-model.proofofthepudding.be',
    words: [
      ['I like it', 'I like it very much', 'I would like it very much'],
      ['I take it for granted'],
      ['I have no feeling about it'],
      ['I reluctantly accept it', 'I barely accept it'],
      ["I don't like it", 'I do not like it'],
    ],
  },
  {
    source: unpublished,
    words: [
      ['I am delighted'],
      ['Must-be', 'Must have'],
      ['Neutral'],
      [
        'Live with it',
        'I can live with it',
        'I can live with that',
        'I could live with it',
        'Can live with it',
        'I can put up with it',
        'Tolerate',
      ],
      ['I hate it'],
    ],
  },
  {
    source: 'Labels of survey tools',
    onlyTogether: true,
    words: [
      ['Like', ...like],
      ['Expect', 'Expected', 'Expects', ...mustBe],
      ['Indifferent', "Don't care", ...neutral],
      ['Can tolerate', 'Can live with', 'Tolerable', 'Live with', ...liveWith],
      ['Dislike', ...dislike],
    ],
  },
  {
    source: `${unpublished}: “accept” where another answer is neutral`,
    onlyTogether: true,
    words: [
      like,
      mustBe,
      neutral,
      ['I accept it', 'I can accept it', 'I can accept that', 'Accept it', 'Acceptable', 'It is acceptable'],
      dislike,
    ],
  },
  {
    source: `${unpublished}: “accept” between expecting and living with it`,
    onlyTogether: true,
    words: [
      like,
      mustBe,
      ['I accept it', 'I can accept it', 'Acceptable', 'It is acceptable', "It's okay", 'It is okay', 'Okay'],
      liveWith,
      dislike,
    ],
  },
];
