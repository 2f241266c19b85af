import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inSlices } from '../../../src/extension/documents/inSlices.ts';

/** What is to go on in a later turn of the event loop. */
let waiting: (() => void)[] = [];
let clock = 0;

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('setTimeout', (callback: () => void) => waiting.push(callback));
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Steps of ten milliseconds each, which write their name down. */
function* steps(name: string, count: number, done: string[]): Generator<undefined, string> {
  for (let step = 0; step < count; step++) {
    done.push(name);
    clock += 10;
    yield;
  }
  return name;
}

/** Lets promises go on, then everything that is due in the next turn: gives how much that is. */
async function turn(): Promise<number> {
  await settle();
  const due = waiting;
  waiting = [];
  for (const callback of due) callback();
  await settle();
  return due.length;
}

async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}

it('pauses after fifteen milliseconds', async () => {
  const done: string[] = [];
  const result = inSlices(steps('a', 5, done));
  expect(done).toHaveLength(2);
  expect(await turn()).toBe(1);
  expect(done).toHaveLength(4);
  expect(await turn()).toBe(1);
  await expect(result).resolves.toBe('a');
});

it('drops what nobody wants any more', async () => {
  const done: string[] = [];
  const result = inSlices(steps('a', 5, done), () => false);
  await turn();
  await expect(result).resolves.toBeUndefined();
  expect(done).toHaveLength(2);
});

it('does one slice of all jobs in each turn', async () => {
  const done: string[] = [];
  const results = Promise.all(['a', 'b', 'c'].map((name) => inSlices(steps(name, 3, done))));
  expect(done.join('')).toBe('aa');
  for (const after of ['a', 'abb', 'abbcc', 'abbccb', 'abbccbc']) {
    expect(await turn()).toBe(1);
    expect(done.slice(2).join('')).toBe(after);
  }
  await expect(results).resolves.toEqual(['a', 'b', 'c']);
  expect(await turn()).toBe(0);
});
