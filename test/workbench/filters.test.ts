import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { filesOfText, openBarePage } from './pages/barePage.ts';
import { filter, openPopover } from './pages/panel.ts';

/** Invented: every category, one feature that nobody was asked about, and one whose tally has an error. */
const features = [
  { title: 'Must', category: 'M', tally: '{ M: 60, I: 40 }', status: 'planned', tag: 'a' },
  { title: 'Must too', category: 'M', tally: '{ M: 70, A: 30 }', status: 'shipped', tag: 'b' },
  { title: 'Linear', category: 'O', tally: '{ O: 60, I: 40 }', status: 'idea', tag: 'a' },
  { title: 'Delight', category: 'A', tally: '{ A: 60, I: 40 }', status: 'planned', tag: 'b' },
  { title: 'Whatever', category: 'I', tally: '{ I: 60, M: 40 }', status: 'planned', tag: 'a' },
  { title: 'Rather not', category: 'R', tally: '{ R: 60, I: 40 }', status: 'idea', tag: 'b' },
  { title: 'Muddled', category: 'Q', tally: '{ Q: 60, I: 40 }', status: 'planned', tag: 'a' },
  { title: 'Unasked', category: 'none', tally: '{}', status: 'planned', tag: 'b' },
  { title: 'Broken', category: 'uncounted', tally: '{ M: many }', status: 'idea', tag: 'a' },
] as const;

const product = [
  'kano: 1',
  'product: Shop',
  'features:',
  ...features.map(
    ({ title, tally, status, tag }) =>
      `  - { id: ${title.toLowerCase().replace(' ', '-')}, title: ${title}, status: ${status}, tags: [${tag}], tally: ${tally} }`,
  ),
  '',
].join('\n');

const names = ['M', 'O', 'A', 'I', 'R', 'Q', 'none', 'uncounted'] as const;
type Name = (typeof names)[number];

/** What a reader chose, as a plain filter sees it. */
interface Chosen {
  hidden: ReadonlySet<Name>;
  status: string | null;
  tag: string | null;
}

type Action =
  | { readonly kind: 'category'; readonly name: Name | null; readonly byKeyboard: boolean }
  | { readonly kind: 'legend'; readonly name: Name; readonly byKeyboard: boolean }
  | { readonly kind: 'status'; readonly status: string | null }
  | { readonly kind: 'tag'; readonly tag: string | null }
  | { readonly kind: 'chip'; readonly filter: 'category' | 'status' | 'tag'; readonly byKeyboard: boolean }
  | { readonly kind: 'clear' };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('category' as const), name: fc.constantFrom(null, ...names), byKeyboard: fc.boolean() }),
  fc.record({ kind: fc.constant('legend' as const), name: fc.constantFrom(...names), byKeyboard: fc.boolean() }),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(null, 'planned', 'idea') }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom(null, 'a', 'b') }),
  fc.record({
    kind: fc.constant('chip' as const),
    filter: fc.constantFrom('category' as const, 'status' as const, 'tag' as const),
    byKeyboard: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('clear' as const) }),
);

function after(action: Action, { hidden, status, tag }: Chosen): Chosen {
  switch (action.kind) {
    case 'category':
      return { hidden: new Set(action.name === null ? [] : names.filter((name) => name !== action.name)), status, tag };
    case 'legend': {
      const others = names.filter((name) => (name === action.name) !== hidden.has(name));
      return { hidden: new Set(others), status, tag };
    }
    case 'status':
      return { hidden, status: action.status, tag };
    case 'tag':
      return { hidden, status, tag: action.tag };
    case 'chip':
      return {
        hidden: action.filter === 'category' ? new Set() : hidden,
        status: action.filter === 'status' ? null : status,
        tag: action.filter === 'tag' ? null : tag,
      };
    case 'clear':
      return { hidden: new Set(), status: null, tag: null };
  }
}

function shownBy({ hidden, status, tag }: Chosen): string[] {
  return features
    .filter((each) => !hidden.has(each.category) && (status === null || each.status === status) && (tag === null || each.tag === tag))
    .map(({ title }) => title)
    .sort();
}

async function perform(action: Action, page: Page): Promise<void> {
  const select = (label: string) => filter(page, label).and(page.locator('#filters select'));
  if (action.kind !== 'legend' && action.kind !== 'clear') await openPopover(page, 'filters');
  switch (action.kind) {
    case 'category': {
      if (!action.byKeyboard) return void (await select('Category').selectOption(action.name === null ? '' : `=${action.name}`));
      // Home goes to "all", arrow keys down to the category.
      await select('Category').focus();
      await page.keyboard.press('Home');
      for (let steps = action.name === null ? 0 : names.indexOf(action.name) + 1; steps > 0; steps--)
        await page.keyboard.press('ArrowDown');
      return;
    }
    case 'legend': {
      const box = page.locator('.legend label.checkbox').nth(names.indexOf(action.name));
      return action.byKeyboard ? box.locator('input').press('Space') : box.click();
    }
    case 'status':
      return void (await select('Status').selectOption(action.status === null ? '' : `=${action.status}`));
    case 'tag':
      return void (await select('Tag').selectOption(action.tag === null ? '' : `=${action.tag}`));
    case 'chip': {
      const chip = page.locator(`.chip[data-filter=${action.filter}]`);
      if ((await chip.count()) === 0) return;
      return action.byKeyboard ? chip.press('Enter') : chip.click();
    }
    case 'clear': {
      const clear = page.locator('.chips .clear');
      if ((await clear.count()) > 0) await clear.click();
    }
  }
}

/** Waits for the next picture: the page draws once a frame. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
}

async function shownIn(page: Page): Promise<{ list: string[]; legend: boolean[] }> {
  return page.evaluate(() => ({
    list: [...document.querySelectorAll('.list .row .title')].map(({ textContent }) => (textContent ?? '').trim()).sort(),
    legend: [...document.querySelectorAll<HTMLInputElement>('.legend input')].map(({ checked }) => checked),
  }));
}

test('whatever is chosen by mouse and keyboard, what is shown equals a plain filter of the features', async () => {
  const { page, errors } = await openBarePage(await filesOfText(product, { language: 'en' }), { width: 1500, height: 1300 });
  await page.locator('.point').first().waitFor();
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 8 }), async (actions) => {
      await perform({ kind: 'clear' }, page);
      await drawn(page);
      let chosen: Chosen = { hidden: new Set(), status: null, tag: null };
      for (const each of actions) {
        // Where nothing is shown there is no legend either; a reader clears the filters.
        if (each.kind === 'legend' && shownBy(chosen).length === 0) continue;
        await perform(each, page);
        await drawn(page);
        chosen = after(each, chosen);
        const list = shownBy(chosen);
        const legend = list.length === 0 ? [] : names.map((name) => !chosen.hidden.has(name));
        await expect.poll(() => shownIn(page), { message: JSON.stringify(actions), timeout: 60_000 }).toEqual({ list, legend });
      }
    }),
    { seed: 20261128, numRuns: 40, endOnFailure: true },
  );
  expect(errors).toEqual([]);
}, 300_000);
