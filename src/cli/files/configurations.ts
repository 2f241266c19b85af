import type { Stats } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { analysedProduct } from '../../analysis/productAnalysis.ts';
import {
  type ConfigurationFile,
  configurationFileName,
  isConfigurationPath,
  isExcluded,
  readConfiguration,
} from '../../document/configuration.ts';
import { singleFileProduct } from '../../document/product.ts';
import { checkConfiguration } from '../../problems/checkConfiguration.ts';
import type { AnalysedFile } from '../../report/analysedFile.ts';
import type { LeftOutFiles } from '../git/leftOutFiles.ts';
import { Failure, hasCode, notARegularFile, unreadable } from '../terminal/failure.ts';
import { decodeText } from './readText.ts';
import { isWithin, shownPath, withForwardSlashes } from './shownPath.ts';

/** From the folder of a file upwards to `border`; for a file outside it, only the folder of the file. */
function foldersUpwards(location: string, border: string): readonly string[] {
  const folders = [dirname(resolve(location))];
  for (let folder = folders[0] ?? ''; folder !== border && isWithin(border, folder); ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

function isReadable(found: Stats): boolean {
  // A folder is said to be one by the attempt to read it.
  return found.isFile() || found.isDirectory();
}

/** A link may lead to another `.kanorc.yaml` only: other files, `.env` for example, may be secret, and Git's are. */
function isNamedSo(target: string): boolean {
  return isConfigurationPath(target) && !withForwardSlashes(target).split('/').includes('.git');
}

/** The `.kanorc.yaml` files that apply to files of one run, each read once. */
export class Configurations {
  readonly #currentFolder: string;
  readonly #files = new Map<string, Promise<ConfigurationFile | undefined>>();
  readonly #borders = new Map<string, Promise<string>>();
  readonly #reported = new Map<ConfigurationFile, AnalysedFile>();

  readonly #findLeftOut: (root: string) => Promise<LeftOutFiles>;

  /**
   * @param currentFolder absolute, for the names of files that cannot be read
   * @param findLeftOut what a sparse checkout leaves out: it counts all the same
   */
  constructor(currentFolder: string, findLeftOut: (root: string) => Promise<LeftOutFiles>) {
    this.#currentFolder = currentFolder;
    this.#findLeftOut = findLeftOut;
  }

  /**
   * The configuration nearest to a file, from its folder upwards to `root`, both absolute; for a file outside `root`, only that of its folder.
   * Fails if one cannot be read, because the numbers would be wrong without it.
   */
  async nearest(location: string, root: string): Promise<ConfigurationFile | undefined> {
    const border = await this.#border(root);
    for (const folder of foldersUpwards(location, border)) {
      const found = await this.#inFolder(folder, border);
      if (found) return found;
    }
    return undefined;
  }

  /** Whether a `.kanorc.yaml` above a file leaves it out of what searches find. */
  async excludes(location: string, root: string): Promise<boolean> {
    const border = await this.#border(root);
    for (const folder of foldersUpwards(location, border)) {
      const found = await this.#inFolder(folder, border);
      if (found && isExcluded(location, withForwardSlashes(folder), found.configuration)) return true;
    }
    return false;
  }

  /** The same file as reports see it: with its problems, its path seen from `currentFolder`. */
  async problems(location: string, root: string, currentFolder: string): Promise<AnalysedFile | undefined> {
    const file = await this.nearest(location, root);
    const known = file && this.#reported.get(file);
    if (!file || known) return known;
    const product = singleFileProduct(file.model);
    const path = shownPath(currentFolder, file.model.uri);
    const problems = checkConfiguration(file);
    const faulty = problems.length === 0 ? [] : [{ path, uri: file.model.uri, errors: problems.length }];
    const reported = { path, ...analysedProduct(product), problems, faulty };
    this.#reported.set(file, reported);
    return reported;
  }

  #border(root: string): Promise<string> {
    const known = this.#borders.get(root) ?? realpath(root).catch(() => resolve(root));
    this.#borders.set(root, known);
    return known;
  }

  #inFolder(folder: string, border: string): Promise<ConfigurationFile | undefined> {
    const known = this.#files.get(folder) ?? this.#read(join(folder, configurationFileName), border);
    this.#files.set(folder, known);
    return known;
  }

  async #read(location: string, border: string): Promise<ConfigurationFile | undefined> {
    const path = shownPath(this.#currentFolder, location);
    try {
      const target = await realpath(location);
      // A message about it would show its lines, and a pipe would be waited for. Outside the root only a file of the same folder counts.
      const isInside = isWithin(isWithin(border, dirname(location)) ? border : await realpath(dirname(location)), target);
      if (!isInside || !isNamedSo(target) || !isReadable(await stat(target))) throw new Failure(notARegularFile(path));
      return readConfiguration(withForwardSlashes(location), decodeText(await readFile(location), path));
    } catch (error) {
      if (error instanceof Failure) throw error;
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
        const bytes = await (await this.#findLeftOut(border)).get(withForwardSlashes(location))?.read();
        return bytes && readConfiguration(withForwardSlashes(location), decodeText(bytes, path));
      }
      throw new Failure(unreadable(path, error));
    }
  }
}
