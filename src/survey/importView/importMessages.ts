import type { Language, TranslationBundle } from '../../terms/language.ts';
import type { ImportChoices } from './importChoices.ts';
import type { ImportMemory } from './importMemory.ts';
import type { ImportView } from './importView.ts';
import { readChoices } from './readChoices.ts';

/** What the host tells the page of an import. */
export type ImportHostMessage =
  | {
      readonly type: 'view';
      readonly language: Language;
      readonly bundle?: TranslationBundle;
      readonly view: ImportView /** The last choice that it was read with. */;
      readonly turn: number;
      /** What leads back to this page. */
      readonly memory: ImportMemory;
    }
  /** There is nothing to show, and why. */
  | { readonly type: 'empty'; readonly language: Language; readonly bundle?: TranslationBundle; readonly text: string }
  /** Something takes long. */
  | { readonly type: 'working'; readonly language: Language; readonly bundle?: TranslationBundle; readonly text: string }
  /** The reader stopped it. */
  | { readonly type: 'stopped' }
  /** Why something was not done. */
  | { readonly type: 'refused'; readonly text: string };

/** What the page of an import asks of its host. */
export type ImportPageMessage =
  | { readonly type: 'ready' }
  /** What the reader chose; each has a higher number than those before. */
  | { readonly type: 'choose'; readonly choices: ImportChoices; readonly turn: number }
  | { readonly type: 'stop' }
  /** Apply what is shown: what was read with the choices of this number. */
  | { readonly type: 'apply'; readonly turn: number }
  /** Begin anew with other files. */
  | { readonly type: 'again' }
  /** Choose another file to import into. */
  | { readonly type: 'target' }
  /** A part of the page threw. The report holds nothing that is in files. */
  | { readonly type: 'failed'; readonly part: string; readonly report: string };

/** A message of the page in something that was posted; `undefined` where it is none. */
export function readPageMessage(posted: unknown): ImportPageMessage | undefined {
  if (typeof posted !== 'object' || posted === null) return undefined;
  const { type, choices, turn, part, report } = posted as Record<string, unknown>;
  if (type === 'ready' || type === 'stop' || type === 'again' || type === 'target') return { type };
  if (type === 'failed') return typeof part === 'string' && typeof report === 'string' ? { type, part, report } : undefined;
  if (type === 'apply') return typeof turn === 'number' ? { type, turn } : undefined;
  const read = type === 'choose' && typeof turn === 'number' ? readChoices(choices) : undefined;
  return read && { type: 'choose', choices: read, turn: Number(turn) };
}
