import * as l10n from '@vscode/l10n';
import { isTableName, tableEndings } from '../survey/tables/tableEndings.ts';
import { tableSizeLimit, tooLargeText } from '../survey/tables/tableLimit.ts';
import { nameList } from '../terms/numbers.ts';
import type { DroppedFile, PageMessage } from './protocol.ts';

/** What the page does when something is dropped on it. */
interface DropTarget {
  post(message: PageMessage): void;
  say(text: string): void;
}

/** The editor's own lists of what is dragged, all of it; the usual list has one entry only. */
const editorLists = ['application/vnd.code.uri-list', 'resourceurls'];
const usualList = 'text/uri-list';

/**
 * Lets readers drop tables on the page: from the system, whose files come as bytes, and from the editor, whose files come as addresses. While something is
 * dragged over the page, it says what would become of it. VS Code lets a page see a drag only while Shift is held.
 */
export function acceptDrops({ post, say }: DropTarget): void {
  const hint = document.createElement('div');
  hint.className = 'drop-hint';
  hint.setAttribute('aria-hidden', 'true');
  const show = (isShown: boolean) => {
    if (!isShown) return hint.remove();
    if (hint.isConnected) return;
    hint.textContent = l10n.t('Drop to import survey answers');
    document.body.append(hint);
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    show(true);
  };
  window.addEventListener('dragenter', over);
  window.addEventListener('dragover', over);
  // The last one has left the page, not an element in it.
  window.addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && show(false));
  window.addEventListener('drop', (event) => {
    show(false);
    if (!event.dataTransfer || !hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    void take(event.dataTransfer, { post, say });
  });
}

function hasFiles({ types }: DataTransfer): boolean {
  return types.some((type) => ['files', usualList, ...editorLists].includes(type.toLowerCase()));
}

async function take(transfer: DataTransfer, { post, say }: DropTarget): Promise<void> {
  const files = [...transfer.files];
  const own = addresses(transfer, editorLists);
  // What comes from the system may have addresses that mean nothing where the editor runs.
  const uris = own.length > 0 || files.length > 0 ? own : addresses(transfer, [usualList]);
  const names = uris.length > 0 ? uris : files.map(({ name }) => name);
  const other = names.find((name) => !isTableName(name));
  if (names.length === 0 || other !== undefined) return say(noTable(other));
  if (uris.length > 0) return post({ type: 'drop', uris, files: [] });
  const large = files.find(({ size }) => size > tableSizeLimit);
  if (large) return say(tooLargeText(large.name));
  try {
    post({ type: 'drop', uris: [], files: await Promise.all(files.map(read)) });
  } catch {
    say(l10n.t('The file that was dropped cannot be read.'));
  }
}

async function read(file: File): Promise<DroppedFile> {
  return { name: file.name, modified: file.lastModified, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function addresses(transfer: DataTransfer, types: readonly string[]): readonly string[] {
  for (const type of types) {
    const found = addressesIn(transfer.getData(type));
    if (found.length > 0) return found;
  }
  return [];
}

/** Of a list in JSON, or with a line for each (RFC 2483: lines with `#` are comments). */
function addressesIn(text: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.filter((each) => typeof each === 'string');
  } catch {
    // Not JSON.
  }
  return text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
}

function noTable(name: string | undefined): string {
  const endings = nameList(tableEndings.map((ending) => ending.toUpperCase()));
  return name === undefined
    ? l10n.t('Nothing that can be imported was dropped. Survey answers are in files of these kinds: {endings}.', { endings })
    : l10n.t('{file} cannot be imported. Survey answers are in files of these kinds: {endings}.', {
        ...{ file: decoded(name.split('/').at(-1) ?? name), endings },
      });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
