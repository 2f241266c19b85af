import { describe, expect, it } from 'vitest';
import { analysisOfProduct } from '../../../src/analysis/productAnalysis.ts';
import { singleFileProduct } from '../../../src/document/product.ts';
import { readModel } from '../../../src/document/readModel.ts';
import { hover } from '../../../src/languageFeatures/hover.ts';
import { parseMarkdown } from '../report/markdownOf.ts';
import { inLanguage } from '../terms/speak.ts';
import { markedFiles, productOf, textIn } from './marked.ts';

const head = 'kano: 1\nproduct: Web shop\n';

/** The hover at `‸` in the text: its Markdown, and the text that it is about. */
function hoverAt(marked: string) {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const before = text.slice(0, offset).split('\n');
  const product = singleFileProduct(readModel('shop.kano.yaml', text));
  const found = hover(product, analysisOfProduct(product), { line: before.length - 1, character: before.at(-1)?.length ?? 0 });
  if (!found) return null;
  const { contents, range } = found;
  const about = range && text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character);
  return { markdown: contents.value, about };
}

const markdownOver = (feature: string, rest = '') => hoverAt(`${head}${rest}features:\n  - ${feature}`)?.markdown;

describe('the hover of a feature', () => {
  it('says how old its answers are once they are older than they should be', () => {
    const text = `${head}surveys: [{ id: s, date: 2024-01-01 }]\nfeatures:\n  - { id: f, title: F, tallies: [{ survey: s, counts: { M: 40 } }] }\n`;
    const on = (asOf?: string) => {
      const product = { ...singleFileProduct(readModel('shop.kano.yaml', text)), asOf };
      return hover(product, analysisOfProduct(product), { line: 4, character: 10 })?.contents.value ?? '';
    };
    expect(on('2026-01-01')).toContain('Asked 731 days ago, on 2024-01-01');
    expect([on('2025-12-31'), on()].map((markdown) => markdown.includes('days ago'))).toEqual([false, false]);
  });

  const places: readonly (readonly [string, string | undefined])[] = [
    ['  - id: ‸search', 'search'],
    ['    ‸tallies:', 'tallies'],
    ['        counts: { M: 6‸1, O: 22 }', undefined],
    ['      - survey‸: a', 'survey'],
    ['    assumed: ‸M', undefined],
  ];
  const text = `${head}features:
  - id: search
    title: Search
    assumed: M
    tallies:
      - survey: a
        counts: { M: 61, O: 22 }
    status: idea
  - id: other
    title: Other
`;

  it.each(places)('opens over %s', (marked, about) => {
    const found = hoverAt(text.replace(marked.replace('‸', ''), marked));
    expect(found?.markdown).toContain('**■\u00a0Must-be** · 73% of 83');
    expect(found?.about).toBe(about);
  });

  it.each(['    ti‸tle: Search', 'fea‸tures:', 'pro‸duct: Web shop'])('leaves %s to the format', (marked) => {
    expect(hoverAt(text.replace(marked.replace('‸', ''), marked))?.markdown).not.toContain('Must-be');
  });

  it.each(['    title: Sea‸rch', '    status: ‸idea', 'product: Web ‸shop'])('stays away from %s', (marked) => {
    expect(hoverAt(text.replace(marked.replace('‸', ''), marked))).toBeNull();
  });

  it('opens in flow lists, on ids that come last, and speaks of the feature under the pointer', () => {
    const flow = `${head}features: [{ tally: { M: 40 }, id: a, title: A }, { id: b, title: B, tally: { A: 4‸0 } }]\n`;
    expect(hoverAt(flow)?.markdown).toContain('▲\u00a0Attractive');
    expect(hoverAt(flow.replace('‸', '').replace('id: a', 'id: ‸a'))).toMatchObject({
      about: 'a',
      markdown: expect.stringContaining('Must-be'),
    });
  });
});

describe('the hover says', () => {
  it('what a clear category means, from its most to its least important number', () => {
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 } }')).toMatchInlineSnapshot(`
      "**■\u00a0Must-be** · 61% of 100

      Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there.

      - **Better** 0.27 (95%: 0.19–0.36) · **Worse** −0.86 (95%: −0.91 to −0.77) · of those who neither reject it nor contradict themselves (97)
      - **Stability** 100%, then One-dimensional

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ■\u00a0Must-be | 61 | 61% |
      | ●\u00a0One-dimensional | 22 | 22% |
      | ◆\u00a0Indifferent | 10 | 10% |
      | ▲\u00a0Attractive | 4 | 4% |
      | ✕\u00a0Questionable | 2 | 2% |
      | ▽\u00a0Reverse | 1 | 1% |

      - **Multinomial z** 4.28 (Must-be before One-dimensional), significant (1.96 or more) · **Fong test** 39 ≥ 11.50, passed

      Computed with: standard table · mode
      "
    `);
  });

  it('both categories where the answers cannot tell them apart', () => {
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 14, O: 13, A: 3, I: 4 } }')).toMatchInlineSnapshot(`
      "**■\u00a0Must-be or ●\u00a0One-dimensional** · 41% / 38% of 34

      Must-be (41%) and One-dimensional (38%) are too close to tell apart with 34 answers. They are practically tied: decide by Better and Worse.

      - ■\u00a0Must-be: Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there
      - ●\u00a0One-dimensional: The more the better: this is where you compete

      * **Better** 0.47 (95%: 0.31–0.63) · **Worse** −0.79 (95%: −0.90 to −0.63) · of those who neither reject it nor contradict themselves (34)
      * **Stability** 61%, then One-dimensional

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ■\u00a0Must-be | 14 | 41% |
      | ●\u00a0One-dimensional | 13 | 38% |
      | ◆\u00a0Indifferent | 4 | 12% |
      | ▲\u00a0Attractive | 3 | 9% |

      - **Multinomial z** 0.19 (Must-be before One-dimensional), not significant (exact p = 1.000) · **Fong test** 1 < 6.66, not passed

      Computed with: standard table · mode
      "
    `);
  });

  it('numbers instead of shares where few answered, and no stability', () => {
    const markdown = markdownOver('{ id: ‸a, title: A, tally: { M: 9, O: 3, I: 2 } }');
    expect(markdown).toMatchInlineSnapshot(`
      "**■\u00a0Must-be** · 9 of 14

      Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there.

      Fewer than 30 answers only show a direction.

      - **Better** 0.21 (95%: 0.08–0.48) · **Worse** −0.86 (95%: −0.96 to −0.60) · of those who neither reject it nor contradict themselves (14)
      - Next comes One-dimensional

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ■\u00a0Must-be | 9 | 64% |
      | ●\u00a0One-dimensional | 3 | 21% |
      | ◆\u00a0Indifferent | 2 | 14% |

      Computed with: standard table · mode
      "
    `);
    expect(markdown).not.toContain('Stability');
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 25, O: 5 } }')).toContain('Stability');
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 24, O: 5 } }')).not.toContain('Stability');
  });

  it('what to do about an assumption', () => {
    expect(markdownOver('{ id: ‸a, title: A, assumed: A }')).toMatchInlineSnapshot(`
      "**▲\u00a0Attractive? (assumed)**

      This is the team’s guess. It is ranked behind the surveyed features of its category and never counted as data.

      If it is right: A delight nobody asked for: choose a few.

      Ask before deciding: put it into the next survey, and enter the answers under “tally” or “tallies” here.
      "
    `);
  });

  it('what to do where nobody was asked, or nobody answered', () => {
    expect(markdownOver('{ id: ‸a, title: A }')).toMatchInlineSnapshot(`
      "**○\u00a0Not surveyed**

      No survey says how customers see this.

      Ask before deciding: put it into the next survey, and enter the answers under “tally” or “tallies” here.
      "
    `);
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 0 } }')).toBe(markdownOver('{ id: ‸a, title: A }'));
  });

  it('no number where the tally cannot be read', () => {
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: many, O: 30 } }')).toMatchInlineSnapshot(`
      "**tally has an error, not counted**

      The tally has an error, so none of it is counted: a part of the answers could give another category. Fix the error first.
      "
    `);
  });

  it('where rules and quadrant see something else', () => {
    expect(markdownOver('{ id: ‸a, title: A, tally: { O: 21, A: 30, I: 40, R: 9 } }')).toMatchInlineSnapshot(`
      "**◆\u00a0Indifferent or ▲\u00a0Attractive** · 40% / 30% of 100

      Indifferent (40%) and Attractive (30%) are too close to tell apart with 100 answers. About 550 answers in all would tell the two apart, if the shares stay: ask more customers.

      - ◆\u00a0Indifferent: Nobody minds either way: save the effort
      - ▲\u00a0Attractive: A delight nobody asked for: choose a few

      * **Better** 0.56 (95%: 0.46–0.66) · **Worse** −0.23 (95%: −0.33 to −0.16) · of those who neither reject it nor contradict themselves (91)
      * **Stability** 87%, then Attractive
      * **The rules disagree** mode: Indifferent · Berger’s rule: Attractive · lead rule: Indifferent

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ◆\u00a0Indifferent | 40 | 40% |
      | ▲\u00a0Attractive | 30 | 30% |
      | ●\u00a0One-dimensional | 21 | 21% |
      | ▽\u00a0Reverse | 9 | 9% |

      - **Multinomial z** 1.20 (Indifferent before Attractive), not significant (under 1.96) · **Fong test** 10 < 11.13, not passed

      Computed with: standard table · mode
      "
    `);
  });

  it('that most answers contradict each other', () => {
    expect(markdownOver('{ id: ‸a, title: A, tally: { M: 10, Q: 90 } }')).toMatchInlineSnapshot(`
      "**✕\u00a0Questionable** · 90% of 100

      The answers contradict each other: ask again.

      - **Better** 0.00 (95%: 0.00–0.28) · **Worse** −1.00 (95%: −1.00 to −0.72) · of those who neither reject it nor contradict themselves (10)
      - **Stability** 100%, then Must-be

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ✕\u00a0Questionable | 90 | 90% |
      | ■\u00a0Must-be | 10 | 10% |

      - **Multinomial z** 3.16 (Must-be before One-dimensional), significant (exact p = 0.002) · **Fong test** 10 ≥ 5.09, passed

      Computed with: standard table · mode
      "
    `);
  });

  it('how personas differ, and what the market says', () => {
    const personas = 'personas: [{ id: m, name: Members, share: 0.9 }, { id: g, name: Guests, share: 0.1 }]\n';
    const feature = `id: ‸a
    title: A
    tallies:
      - { persona: m, counts: { A: 60, I: 20 }, importance: 6 }
      - { persona: g, counts: { A: 20, I: 80 }, importance: 3 }
`;
    expect(markdownOver(feature, personas)).toMatchInlineSnapshot(`
      "**◆\u00a0Indifferent or ▲\u00a0Attractive** · 56% / 44% of 180

      Indifferent (56%) and Attractive (44%) are too close to tell apart with 180 answers. About 640 answers in all would tell the two apart, if the shares stay: ask more customers, or look at the personas.

      - ◆\u00a0Indifferent: Nobody minds either way: save the effort
      - ▲\u00a0Attractive: A delight nobody asked for: choose a few

      * **Better** 0.44 (95%: 0.37–0.52) · **Worse** 0.00 (95%: −0.02 to 0.00) · of those who neither reject it nor contradict themselves (180)
      * **Stability** 92%, then Attractive
      * Attractive weighted by market share

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ◆\u00a0Indifferent | 100 | 56% |
      | ▲\u00a0Attractive | 80 | 44% |

      | Persona | Category | Answers | Better | Worse |
      | --- | --- | ---: | ---: | ---: |
      | Members | ▲\u00a0Attractive | 80 | 0.75 | 0.00 |
      | Guests | ◆\u00a0Indifferent | 100 | 0.20 | 0.00 |

      The personas see this differently (p < 0.001, Cramér’s V 0.55): decide for whom you build it.

      - **Stated importance** 4.33
      - **Multinomial z** 1.49 (Indifferent before Attractive), not significant (under 1.96) · **Fong test** 20 ≥ 15.65, passed

      Computed with: standard table · mode
      "
    `);
    const few = feature.replace('A: 60, I: 20', 'A: 3').replace('A: 20, I: 80', 'I: 3');
    expect(markdownOver(few, personas)).toContain('No difference between the personas was found (p = 0.1');
    const same = feature.replace('A: 20, I: 80', 'A: 60, I: 50');
    expect(markdownOver(same, personas)).toContain('The personas answer differently, but not so that another category follows');
    const alike = feature.replace('A: 20, I: 80', 'A: 60, I: 21');
    expect(markdownOver(alike, personas)).toContain('No difference between the personas was found');
  });

  it('how the category changed from survey to survey', () => {
    const surveys = 'surveys: [{ id: 2025-q3, date: 2025-09-15 }, { id: 2026-q3, date: 2026-09-15 }]\n';
    const feature = `id: ‸a
    title: A
    tallies:
      - { survey: 2025-q3, counts: { A: 60, O: 40 } }
      - { survey: 2026-q3, counts: { A: 20, O: 30, M: 50 } }
`;
    expect(markdownOver(feature, surveys)).toMatchInlineSnapshot(`
      "**■\u00a0Must-be** · 50% of 100

      Expected. In Kano’s model nobody thanks you for it and everybody misses it: do it first, well enough, and stop there.

      - **Better** 0.50 (95%: 0.40–0.60) · **Worse** −0.80 (95%: −0.87 to −0.71) · of those who neither reject it nor contradict themselves (100)
      - **Stability** 99%, then One-dimensional

      | Category | Answers | Share |
      | --- | ---: | ---: |
      | ■\u00a0Must-be | 50 | 50% |
      | ●\u00a0One-dimensional | 30 | 30% |
      | ▲\u00a0Attractive | 20 | 20% |

      | Survey | Category | Better | Worse |
      | --- | --- | ---: | ---: |
      | 2026-q3 | ■\u00a0Must-be | 0.50 | −0.80 |
      | 2025-q3 | ▲\u00a0Attractive | 1.00 | −0.40 |

      Decay: it wins less, lacking it costs more.

      - **Multinomial z** 2.24 (Must-be before One-dimensional), significant (1.96 or more) · **Fong test** 20 ≥ 11.43, passed

      Computed from 2026-q3 with: standard table · mode
      "
    `);
    const chance = feature.replace('{ A: 20, O: 30, M: 50 }', '{ A: 45, O: 46 }');
    expect(markdownOver(chance, surveys)).toContain('Decay? The change may be chance.');
    expect(markdownOver(feature.replace('{ A: 20, O: 30, M: 50 }', '{ A: 90, O: 10 }'), surveys)).not.toMatch(/chance|Decay/);
  });

  it('the average of the answers where there are answers', () => {
    const rows = '[[1, 2, 3, 4, 30], [0, 0, 0, 0, 20], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]';
    expect(markdownOver(`{ id: ‸a, title: A, tallies: [{ answers: ${rows} }] }`)).toContain(
      '- **Continuous analysis** functional 3.33 ± 0.12 · dysfunctional 3.40 ± 0.19 (mean ± standard error, −2 to 4)',
    );
  });

  it('the class by importance, and where the classes are cut', () => {
    const other = '\n  - { id: b, title: B, tallies: [{ counts: { A: 40 }, importance: 4.5 }] }';
    expect(markdownOver(`{ id: ‸a, title: A, tallies: [{ counts: { M: 40 }, importance: 8 }] }${other}`)).toContain(
      '- **Stated importance** 8 · **Refined class** critical (cut at the mean importance, 6.25)',
    );
    expect(markdownOver(`{ id: ‸a, title: A, tally: { M: 40 } }${other}`)).not.toContain('Refined');
  });

  it('who needs it', () => {
    const others = '\n  - { id: b, title: B, dependsOn: [a], tally: { M: 40 } }\n  - { id: c, title: C, tally: { O: 40 } }';
    const markdown = markdownOver(`{ id: ‸a, title: A, tally: { I: 40 } }${others}`);
    expect(markdown).toContain('**◆\u00a0Indifferent** · 100% of 40 · rank 1 of 3');
    expect(markdown).toContain('- needed by “B”');
  });

  it('no rank of what is not to be built as it is', () => {
    const others = '\n  - { id: b, title: B, tally: { M: 40 } }\n  - { id: c, title: C, tally: { O: 40 } }';
    for (const letter of ['R', 'Q'])
      expect(markdownOver(`{ id: ‸a, title: A, tally: { ${letter}: 40 } }${others}`)).toMatch(/· 100% of 40\n/);
    expect(markdownOver(`{ id: ‸a, title: A, tally: { A: 40 } }${others}`)).toContain('· rank 3 of 3');
  });

  it('which table and which rule were used', () => {
    const settings = 'analysis: { table: pouliot, rule: lead, lead: 0.1, order: value-per-effort }\n';
    const last = markdownOver('{ id: ‸a, title: A, tally: { M: 40 } }', settings)?.trimEnd().split('\n').at(-1);
    expect(last).toBe('Computed with: Pouliot’s table · lead rule 0.1 · value per effort');
  });

  it('the same in Chinese', () => {
    const markdown = inLanguage('zh-cn', () => markdownOver('{ id: ‸a, title: A, tally: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 } }'));
    expect(markdown).toMatchInlineSnapshot(`
      "**■\u00a0必备型** · 100 人中 61%

      理所当然。按 Kano 模型，有了没人感谢，缺了人人抱怨：优先做到够好，然后打住。

      - **Better** 0.27（95%：0.19–0.36） · **Worse** −0.86（95%：−0.91 至 −0.77） · 只计既不排斥它、回答也不自相矛盾的用户（97 位）
      - **稳定性** 100%，其次是期望型

      | 类别 | 回答数 | 占比 |
      | --- | ---: | ---: |
      | ■\u00a0必备型 | 61 | 61% |
      | ●\u00a0期望型 | 22 | 22% |
      | ◆\u00a0无差异型 | 10 | 10% |
      | ▲\u00a0魅力型 | 4 | 4% |
      | ✕\u00a0可疑结果 | 2 | 2% |
      | ▽\u00a0反向型 | 1 | 1% |

      - **多项分布 z 值** 4.28（必备型领先于期望型），显著（不低于 1.96） · **Fong 检验** 39 ≥ 11.50，通过

      计算方式：标准评价表 · 众数规则
      "
    `);
  });
});

describe('the hover of a key', () => {
  const shop = `${head}analysis: { rule: mode }
x-own: { product: 1 }
touchpoints:
  - id: search
    name: Search
features:
  - id: a
    title: A
    question:
      functional: If?
    evidence: [{ source: mail, link: "https://x.example" }]
    tallies:
      - counts:
          M: 40
  - { id: b, title: B, tally: { M: 40 }, stauts: idea }
`;
  const keys: readonly (readonly [string, string, string])[] = [
    ['ka‸no: 1', 'kano', '**Format version**'],
    ['ana‸lysis: {', 'analysis', '**Analysis settings**'],
    ['{ ‸rule: mode', 'rule', '**Category rule**'],
    ['touch‸points:', 'touchpoints', '**Touchpoints**'],
    ['- i‸d: search', 'id', '**Touchpoint id**'],
    ['title‸: A', 'title', '**Title**'],
    ['func‸tional', 'functional', '**Functional question**'],
    ['{ sou‸rce: mail', 'source', '**Source**'],
    [', li‸nk:', 'link', '**Link**'],
    ['- cou‸nts:', 'counts', '**Counts**'],
    ['‸M: 40\n', 'M', '**Must-be**'],
    ['{ id: b, ti‸tle', 'title', '**Title**'],
  ];

  it.each(keys)('%s says what the format says', (marked, about, title) => {
    const found = hoverAt(shop.replace(marked.replace('‸', ''), marked));
    expect(found?.about).toBe(about);
    expect(found?.markdown.split('\n')[0]).toBe(title);
  });

  it('has title, description and an example', () => {
    expect(hoverAt(shop.replace('title: A', 'ti‸tle: A'))?.markdown).toMatchInlineSnapshot(`
      "**Title**

      The requirement in one line. Required. It is shown wherever the feature is.

      Example:
      \`\`\`yaml
      title: Description matches the product
      \`\`\`"
    `);
    expect(hoverAt(shop.replace('tallies:', 'tal‸lies:'))?.markdown.split('---\n\n').at(-1)).toMatchInlineSnapshot(`
      "**Tallies**

      What each survey found. Within one survey either one tally without persona, or one per persona. Not together with \`tally\`.

      Example:
      \`\`\`yaml
      tallies: [{ survey: "2026-q3", persona: member, counts: { M: 61, O: 22, A: 4, I: 10, R: 1, Q: 2 } }]
      \`\`\`"
    `);
    expect(hoverAt(shop.replace('touchpoints:', '‸touchpoints:'))?.markdown).toMatchInlineSnapshot(`
      "**Touchpoints**

      The places where customers meet the product. Features name them; must-be gaps, risk and opportunity are summed by touchpoint.

      Example:
      \`\`\`yaml
      touchpoints: [{ id: search, name: Product search, stage: discover }]
      \`\`\`"
    `);
  });

  it('speaks Chinese', () => {
    const markdown = inLanguage('zh-cn', () => hoverAt(shop.replace('title: A', 'ti‸tle: A'))?.markdown);
    expect(markdown).toMatch(/^\*\*标题\*\*\n\n一行写明需求。必填。凡出现该功能的地方都会显示。\n\n示例：\n/);
  });

  it('is the same in flow style, with CRLF, and over a file that is broken elsewhere', () => {
    const over = hoverAt(shop.replace('title: A', 'ti‸tle: A'))?.markdown;
    expect(hoverAt(`${head}features: [{ ti‸tle: A }]\n`)?.markdown).toBe(over);
    expect(hoverAt(shop.replace('title: A', 'ti‸tle: A').replaceAll('\n', '\r\n'))?.markdown).toBe(over);
    expect(hoverAt(shop.replace('title: A', 'ti‸tle: A').replace('name: Search', 'name: "Search'))?.markdown).toBe(over);
    expect(hoverAt(`{ kano: 1, features: [{ "ti‸tle": A }] }\n`)?.markdown).toBe(over);
  });

  it('says what a word means before what the numbers of the feature say, and after them over the tally as a whole', () => {
    expect(hoverAt(shop.replace('- counts:', '- cou‸nts:'))?.markdown).toMatch(/^\*\*Counts\*\*[\s\S]*\n---\n\n\*\*■\u00a0Must-be\*\*/);
    expect(hoverAt(shop.replace('tally: { M: 40 }', 'ta‸lly: { M: 40 }'))?.markdown).toMatch(
      /^\*\*■\u00a0Must-be\*\*[\s\S]*\n---\n\n\*\*Tally\*\*/,
    );
  });

  it.each(['x-‸own', '{ pro‸duct: 1', 'st‸auts: idea', 'name: Sea‸rch', ' ‸ - id: search'])('is not there over %s', (marked) => {
    expect(hoverAt(shop.replace(marked.replace('‸', ''), marked))).toBeNull();
  });
});

describe('the hover of an id', () => {
  const journey = `${head}stages: [{ id: discover, name: Discover }]
personas: [{ id: member, name: "Mem*ber", share: 0.4, description: Orders every month. }]
surveys: [{ id: s, date: 2026-09-15, invited: 1400, title: Autumn panel }]
touchpoints:
  - { id: search, name: Product search, stage: discover }
  - { id: bare, name: Bare }
`;
  const shop = `${head}uses: [journey.kano.yaml]
touchpoints:
  - { id: basket, name: Basket, stage: discover }
features:
  - id: a
    title: A
    touchpoints: [search, basket, bare, nowhere]
    dependsOn: [b]
    tallies: [{ survey: s, persona: member, counts: { M: 40 } }]
  - { id: b, title: "Voice [search]", tally: { O: 40 } }
`;
  const over = async (marked: string) => {
    const files = markedFiles({ 'shop.kano.yaml': shop.replace(marked.replace('|', ''), marked), 'journey.kano.yaml': journey });
    const product = await productOf(files);
    const found = hover(product, analysisOfProduct(product), files.position);
    const [text] = found?.contents.value.split('\n---\n') ?? [];
    return found && `${textIn(shop, found.range ?? fail())}: ${text?.trim()}`;
  };
  const fail = () => {
    throw new Error('No range.');
  };

  const ids: readonly (readonly [string, string])[] = [
    ['[sea|rch', 'search: **Product search** · touchpoint · search · Stage: Discover · Must-be gaps: 1\n\nDefined in journey.kano.yaml.'],
    ['bas|ket, bare', 'basket: **Basket** · touchpoint · basket · Stage: Discover · Must-be gaps: 1'],
    ['bare|, no', 'bare: **Bare** · touchpoint · bare · Must-be gaps: 1\n\nDefined in journey.kano.yaml.'],
    ['stage: dis|cover', 'discover: **Discover** · stage · discover\n\nDefined in journey.kano.yaml.'],
    ['dependsOn: [|b', 'b: **Voice \\[search]** · feature · b · One-dimensional · 100% of 40 · Better 1.00 · Worse −1.00'],
    ['survey: |s', 's: **Autumn panel** · survey · s · 2026-09-15 · 1,400 invited\n\nDefined in journey.kano.yaml.'],
    [
      'persona: mem|ber',
      'member: **Mem\\*ber** · persona · member · 40% of the market\n\nOrders every month.\n\nDefined in journey.kano.yaml.',
    ],
  ];

  it.each(ids)('%s says what it refers to', async (marked, expected) => {
    expect(await over(marked)).toBe(expected);
  });

  it('is not there where the id is nowhere defined', async () => {
    expect(await over('now|here')).toBeNull();
  });
});

describe('texts of the file in the hover', () => {
  const nasty = '[a](command:kano.run) <img src=x> **b** `c` https://x.example $(bug) | d\\';

  it('show as they were written, and lead nowhere', () => {
    const quoted = JSON.stringify(nasty);
    const markdown = markdownOver(
      `id: ‸a
    title: A
    tallies:
      - { persona: m, counts: { A: 60, I: 20 } }
      - { persona: g, counts: { A: 20, I: 80 } }
  - { id: b, title: ${quoted}, dependsOn: [a], tally: { M: 40 } }
`,
      `personas: [{ id: m, name: ${quoted} }, { id: g, name: Guests }]\n`,
    );
    const root = parseMarkdown(markdown ?? '');
    const shown = JSON.stringify(root);
    expect(shown).not.toMatch(/"type":"(?:html|image|inlineCode|code)"/);
    // What looks like an address becomes a link, which shows where it leads. Nothing else does.
    const links = [...shown.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url);
    expect(new Set(links)).toEqual(new Set(['https://x.example']));
    expect(root.children.flatMap((node) => (node.type === 'table' ? node.children.map((row) => row.children.length) : []))).toEqual([
      3, 3, 3, 5, 5, 5,
    ]);
  });
});
