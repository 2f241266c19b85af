import type { ModelStore } from './modelStore.ts';
import type { ProductStore } from './productStore.ts';
import type { WorkspaceFiles } from './workspaceFiles.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/** What is known of the open documents and of the workspace, shared by every part of the extension. */
export interface Services {
  readonly models: ModelStore;
  readonly source: WorkspaceSource;
  readonly products: ProductStore;
  readonly files: WorkspaceFiles;
}
