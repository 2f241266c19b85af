import { describe, expect, it } from 'vitest';
import { analyseFeature } from '../../../src/analysis/featureAnalysis.ts';
import type { Counts } from '../../../src/document/format/model.ts';
import { personasVerdictInShort, rankReason } from '../../../src/terms/featureSentences.ts';
import { inBoth } from './speak.ts';
import { counted, twoSurveys } from './twoSurveys.ts';

describe('rankReason', () => {
  it.each<[Partial<Counts>, string, string]>([
    [{ M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 }, 'missed: −0.86', '缺了会失分：−0.86'],
    [{ O: 60, M: 20, A: 15, I: 5 }, 'the less the worse: −0.80', '越少越失分：−0.80'],
    [{ O: 60, M: 5, A: 25, I: 10 }, 'the more the better: 0.85', '多多益善：0.85'],
    [{ A: 60, I: 30, O: 10 }, 'delights: 0.70', '带来惊喜：0.70'],
    [{ I: 60, A: 20, M: 20 }, 'hardly noticed: 0.20 / −0.20', '几乎无人在意：0.20 / −0.20'],
    [{ I: 45, O: 52, A: 3, R: 100 }, 'rejected by 50% of 200', '200 人中 50%排斥'],
    [{ I: 40, O: 26, A: 26, M: 4 }, 'between two categories: 0.54 / −0.31', '介于两类之间：0.54 / −0.31'],
    [{ I: 90, O: 52, A: 52 }, 'the largest group does not mind: 0.54 / −0.27', '最大的一群人无所谓：0.54 / −0.27'],
    [{ R: 60, I: 40 }, 'rejected by 60% of 100', '100 人中 60%排斥'],
    [{ R: 9 }, 'rejected by 9 of 9', '9 人中 9 人排斥'],
    [{ Q: 60 }, 'the answers contradict each other', '回答自相矛盾'],
    [{}, 'nobody was asked', '未曾询问'],
  ])('%j', (counts, english, chinese) => {
    expect(inBoth(() => rankReason(analyseFeature(counted(counts), twoSurveys)))).toEqual([english, chinese]);
  });

  it('says that a category is only assumed', () => {
    expect(rankReason(analyseFeature({ id: 'a', assumed: 'M' }, twoSurveys), { isAssumed: true })).toBe('assumed, nobody was asked');
  });
});

it('says of the first that it is missed most', () => {
  expect(rankReason(analyseFeature(counted({ M: 90, I: 10 }), twoSurveys), { isFirst: true })).toBe('missed most: −0.90');
});

describe('personasVerdictInShort', () => {
  const test = { chiSquared: 20, degreesOfFreedom: 3, p: 0.001, pAdjusted: 0.01, cramersV: 0.423, disagree: true };
  it('is a word and Cramér’s V', () => {
    expect(personasVerdictInShort(test)).toBe('yes · V 0.42');
    expect(personasVerdictInShort({ ...test, disagree: false })).toBe('same category · V 0.42');
    expect(personasVerdictInShort({ ...test, disagree: false, pAdjusted: 0.2 })).toBe('not found · V 0.42');
    expect(personasVerdictInShort({ ...test, degreesOfFreedom: 0 })).toBe('alike');
    expect(personasVerdictInShort(null)).toBe('too few answers');
  });
});
