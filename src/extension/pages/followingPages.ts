import * as vscode from 'vscode';
import type { ProductStore } from '../documents/productStore.ts';
import { guarded } from '../output/failures.ts';

/** Pages follow typing, but not every key: they wait this many milliseconds, and a multiple of the time that the last page took. */
const followTime = 500;
const rest = 5;

/** Serves read-only documents of a scheme, which follow the files as people type. */
export function provideFollowingPages(
  scheme: string,
  products: ProductStore,
  textOf: (page: vscode.Uri) => Promise<string>,
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;
  const refresh = () => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  return vscode.Disposable.from(
    changed,
    products.onDidChange(() => {
      clearTimeout(timer);
      timer = setTimeout(refresh, Math.max(followTime, rest * took));
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
    vscode.workspace.registerTextDocumentContentProvider(
      scheme,
      guarded(scheme, {
        onDidChange: changed.event,
        async provideTextDocumentContent(page) {
          const start = performance.now();
          const text = await textOf(page);
          took = performance.now() - start;
          return text;
        },
      }),
    ),
  );
}
