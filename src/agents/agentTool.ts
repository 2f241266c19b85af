import type { KanoModel } from '../document/kanoModel.ts';
import type { Product } from '../document/product.ts';
import type { Diff } from '../report/diff/diff.ts';
import type { InputSchema, ToolInput } from './toolInput.ts';

// What is said here is read by language models, so it is in English in every language of the interface.

/** What the tools know of the place where they run. */
export interface AgentFiles {
  /** Every file as the product that it opens, in the order of their paths, and the paths of files that cannot be read. */
  read(): Promise<{ readonly products: readonly Product[]; readonly unreadable: readonly string[] }>;
  /** The day on the clock of this machine, `YYYY-MM-DD`. */
  readonly today: string;
  /** The path of a file as the agent knows it. */
  pathOf(uri: string): string;
  /**
   * Compares two revisions of Git, or one with the files as they are now.
   *
   * @param path the only file that counts; all by default
   */
  compare(base: string, head: string | null, path?: string): Promise<AgentDiff>;
  /** Throws where the agent does not wait for the answer any more. */
  stopIfCancelled(): void;
}

export interface AgentDiff extends Diff {
  /** Paths of files that no repository has, so that there is nothing to compare them with. */
  readonly outside?: readonly string[];
}

/** A change of one file, which is not written yet. */
export interface AgentChange {
  readonly before: KanoModel;
  readonly after: KanoModel;
  readonly path: string;
  /** What is to be known of it. */
  readonly note?: string;
  /** The id of the feature that changes. */
  readonly id: string;
}

interface Described<Schema extends InputSchema> {
  readonly name: string;
  /** What people read where they allow or refuse it. */
  readonly title: string;
  /** What a language model reads to know when to call it. */
  readonly description: string;
  readonly input: Schema;
}

/** A tool that answers. */
export interface ReadingTool<Schema extends InputSchema = InputSchema> extends Described<Schema> {
  readonly kind: 'reading';
  answer(input: ToolInput<Schema>, files: AgentFiles): Promise<string>;
}

/** A tool that plans a change, for the place where it runs to show and to make. */
export interface WritingTool<Schema extends InputSchema = InputSchema> extends Described<Schema> {
  readonly kind: 'writing';
  plan(input: ToolInput<Schema>, files: AgentFiles): Promise<AgentChange>;
}

export type AgentTool = ReadingTool | WritingTool;

/** Gives the input the types of its schema. */
export function readingTool<const Schema extends InputSchema>(tool: Omit<ReadingTool<Schema>, 'kind'>): ReadingTool {
  return { kind: 'reading', ...tool } as unknown as ReadingTool;
}

/** Gives the input the types of its schema. */
export function writingTool<const Schema extends InputSchema>(tool: Omit<WritingTool<Schema>, 'kind'>): WritingTool {
  return { kind: 'writing', ...tool } as unknown as WritingTool;
}

/** Why a call gets no answer, and what to do instead. Nothing is broken. */
export class AgentRefusal extends Error {}
