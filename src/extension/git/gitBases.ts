import * as vscode from 'vscode';
import type { ComparisonBase } from '../../analysis/comparison/comparisonBase.ts';
import { isConfigurationPath } from '../../document/configuration.ts';
import { isEditable } from '../documents/kanoFiles.ts';
import type { ModelStore } from '../documents/modelStore.ts';
import type { WorkspaceSource } from '../documents/workspaceSource.ts';
import { attempt } from '../output/failures.ts';
import { findGit, type GitApi, type GitRepository, onDidChangeGit } from './gitApi.ts';
import { type CompareWith, type GitRevision, readRevision, revisionToCompareWith } from './gitRevision.ts';

/** How long a repository must be quiet before it is read again, in milliseconds. */
const quietTime = 500;

interface Known {
  /** The commit that the base was read from. */
  readonly commit: string | undefined;
  readonly base: ComparisonBase | undefined;
}

/** The version in Git that each open document is compared with. Read in the background when first asked for; without Git there is none. */
export class GitBases implements vscode.Disposable {
  readonly #source: WorkspaceSource;
  readonly #known = new Map<vscode.TextDocument, Known>();
  /** The latest reading of each document: the results of earlier ones are dropped. */
  readonly #readings = new Map<vscode.TextDocument, object>();
  // By the root of the repository: the API returns a new object each time.
  readonly #revisions = new Map<string, Promise<GitRevision | undefined>>();
  readonly #watched = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #git: Promise<GitApi | undefined> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(models: ModelStore, source: WorkspaceSource) {
    this.#source = source;
    this.#subscriptions = [
      this.#changed,
      models.onDidClose((document) => {
        this.#known.delete(document);
        this.#readings.delete(document);
      }),
      source.onDidChange((uri) => isConfigurationPath(uri) && this.#forget()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('kano.compareWith') && this.#refreshSoon()),
    ];
  }

  /** What a document is compared with, if that is known yet. Returns at once: reading happens in the background. */
  get(document: vscode.TextDocument): ComparisonBase | undefined {
    if (document.uri.scheme === 'untitled' || document.isClosed || !isEditable(document)) return undefined;
    const known = this.#known.get(document);
    if (!known && !this.#readings.has(document)) void this.#read(document);
    return known?.base;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of [...this.#subscriptions, ...this.#watched.values()]) subscription.dispose();
  }

  #read(document: vscode.TextDocument): Promise<void> {
    const reading = {};
    this.#readings.set(document, reading);
    return attempt('comparison with Git', () => this.#readAs(document, reading));
  }

  async #readAs(document: vscode.TextDocument, reading: object): Promise<void> {
    const git = await this.#findGit();
    const repository = git?.getRepository(document.uri);
    const revision = git && repository ? await this.#revisionOf(repository) : undefined;
    const before = this.#known.get(document);
    // Without a base so far, Git may meanwhile recognise the file as renamed: read again.
    const isSame = before?.base !== undefined && before.commit === revision?.commit && before.base.name === revision?.name;
    const read = isSame ? before.base : git && revision && (await readRevision(git, document.uri, revision, this.#source));
    const base = read === 'incomplete' ? undefined : read;
    if (this.#readings.get(document) !== reading || document.isClosed) return;
    this.#known.set(document, { commit: revision?.commit, base });
    if (base !== before?.base) this.#changed.fire();
  }

  #revisionOf(repository: GitRepository): Promise<GitRevision | undefined> {
    const setting = vscode.workspace.getConfiguration('kano').get<CompareWith>('compareWith', 'merge-base');
    const root = repository.rootUri.toString();
    const known = this.#revisions.get(root) ?? revisionToCompareWith(repository, setting).catch(() => undefined);
    this.#revisions.set(root, known);
    return known;
  }

  #findGit(): Promise<GitApi | undefined> {
    if (!this.#git)
      this.#subscriptions.push(
        onDidChangeGit(() => {
          this.#git = this.#watchedGit();
          this.#refreshSoon();
        }),
      );
    this.#git ??= this.#watchedGit();
    return this.#git;
  }

  async #watchedGit(): Promise<GitApi | undefined> {
    const git = await findGit();
    if (git) this.#watch(git);
    return git;
  }

  #watch(git: GitApi): void {
    const unwatch = ({ rootUri }: GitRepository) => {
      this.#watched.get(rootUri.toString())?.dispose();
      this.#watched.delete(rootUri.toString());
      this.#refreshSoon();
    };
    const watch = (repository: GitRepository) => {
      unwatch(repository);
      this.#watched.set(
        repository.rootUri.toString(),
        repository.state.onDidChange(() => this.#refreshSoon()),
      );
    };
    this.#subscriptions.push(git.onDidOpenRepository(watch), git.onDidCloseRepository(unwatch));
    for (const repository of git.repositories) watch(repository);
  }

  /** Past versions are computed with today's settings, so they are read again when these change. */
  #forget(): void {
    for (const [document, { base }] of this.#known) this.#known.set(document, { commit: undefined, base });
    this.#refreshSoon();
  }

  /** Waits until it is quiet: a commit or a checkout changes the state of a repository many times in a row. */
  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#revisions.clear();
      for (const document of new Set([...this.#known.keys(), ...this.#readings.keys()])) void this.#read(document);
    }, quietTime);
  }
}
