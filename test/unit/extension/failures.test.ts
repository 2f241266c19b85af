import { beforeEach, expect, it, vi } from 'vitest';
import {
  attempt,
  attemptNow,
  guarded,
  openOutput,
  Refusal,
  registerCommand,
  reportFailure,
} from '../../../src/extension/output/failures.ts';
import { timingsTable } from '../../../src/extension/output/timings.ts';

const editor = vi.hoisted(() => ({
  written: [] as string[],
  shown: [] as string[],
  commands: new Map<string, (...parameters: unknown[]) => unknown>(),
}));

vi.mock('vscode', () => ({
  CancellationError: class extends Error {},
  commands: {
    registerCommand: (name: string, run: () => unknown) => editor.commands.set(name, run),
    executeCommand: async () => undefined,
  },
  window: {
    createOutputChannel: () => ({ error: (line: string) => editor.written.push(line), trace: () => undefined }),
    showErrorMessage: async (message: string) => void editor.shown.push(message),
  },
}));

beforeEach(() => {
  editor.written.length = 0;
  editor.shown.length = 0;
  openOutput();
});

const broken = () => {
  throw new TypeError('Cannot read “Secret”');
};

it('a provider that throws gives no answer, is reported once, and its other methods go on', async () => {
  const changed = () => ({ dispose: () => undefined });
  const provider = guarded('hovers', {
    onDidChange: changed,
    provideHover: broken,
    resolveHover: (text: string) => text,
    missing: undefined,
  });
  expect(await (provider.provideHover as () => unknown)()).toBeUndefined();
  expect(await (provider.provideHover as () => unknown)()).toBeUndefined();
  expect(await provider.resolveHover('fine')).toBe('fine');
  expect([provider.missing, provider.onDidChange]).toEqual([undefined, changed]);
  expect(editor.written).toHaveLength(1);
  expect(editor.written[0]).toMatch(/^hovers: TypeError: Cannot read …\n {4}at .*failures\.test\.ts:\d+:\d+/);
  expect(editor.shown).toEqual(['A part of Kano has failed (hovers). Everything else goes on.']);
  expect(timingsTable()).toMatch(/\| hovers \| 3 \| \d+\.\d \| \d+\.\d \|/);
});

it('a provider is called as a method of itself', async () => {
  class Provider {
    readonly #answer = 'mine';
    provide() {
      return this.#answer;
    }
  }
  expect(await guarded('own', new Provider()).provide()).toBe('mine');
});

it('what throws later counts as well', async () => {
  expect(await attempt('later', () => Promise.reject(new Error('No')))).toBeUndefined();
  expect(editor.written[0]).toMatch(/^later: Error: No\n/);
});

it('a refusal is for the user and no failure', async () => {
  await expect(
    attempt('rename', () => {
      throw new Refusal('Rename the id in the file itself.');
    }),
  ).rejects.toThrow('Rename the id in the file itself.');
  expect(editor.written).toEqual([]);
});

it('a command that throws is reported', async () => {
  registerCommand('kano.openMatrix', broken);
  await editor.commands.get('kano.openMatrix')?.();
  expect(editor.shown).toEqual(['A part of Kano has failed (kano.openMatrix). Everything else goes on.']);
});

it('a part that cannot be started leaves the others', () => {
  expect([attemptNow('broken', broken), attemptNow('sound', () => 'started')]).toEqual([undefined, 'started']);
});

it('takes the report that the page made', () => {
  reportFailure('page: tab trend', 'TypeError: …');
  expect(editor.written).toEqual(['page: tab trend: TypeError: …']);
});
