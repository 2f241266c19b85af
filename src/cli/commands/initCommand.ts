import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { isKanoPath } from '../../document/product.ts';
import { agentSkill, isAgentSkill, unclosedSection, withAgentSection } from '../../report/agentGuide.ts';
import { starterFile } from '../../report/starterFile.ts';
import { nameList } from '../../terms/numbers.ts';
import { readText } from '../files/readText.ts';
import { checkWritable, replaceFile, type WrittenFile, writeAll } from '../files/replaceFile.ts';
import { shownPath } from '../files/shownPath.ts';
import { type Environment, type ExitCode, exitCode, say } from '../terminal/environment.ts';
import { Failure, hasCode, unwritable } from '../terminal/failure.ts';

export interface InitOptions {
  /** Whether to write what agents read, instead of a file to start from. */
  readonly agents?: boolean;
}

/** `kano init` */
export async function init([folder = '.']: readonly string[], { agents }: InitOptions, environment: Environment): Promise<ExitCode> {
  const { currentFolder } = environment;
  if (agents) return initAgents(folder, environment);
  const named = resolve(currentFolder, folder);
  const location = isKanoPath(named) && !(await isFolderAt(named)) ? named : join(named, 'product.kano.yaml');
  const path = shownPath(currentFolder, location);
  if (location !== named && existsSync(named) && !(await isFolderAt(named)))
    throw new Failure(l10n.t('{path} is a file. Name a folder, or a new *.kano.yaml file.', { path: folder }));
  await mkdir(dirname(location), { recursive: true })
    .then((made) => writeNew(location, starterFile(), made))
    .catch((error: unknown) => {
      if (hasCode(error, 'EEXIST') && (error as NodeJS.ErrnoException).syscall === 'open')
        throw new Failure(l10n.t('{path} already exists, so it is not overwritten.', { path }));
      throw new Failure(unwritable(path, error));
    });
  say(environment, l10n.t('{path} is written. Add your own features to it, then run “kano analyze {path}”.', { path }));
  return exitCode.fine;
}

const skillPaths = ['.agents/skills/kano/SKILL.md', '.claude/skills/kano/SKILL.md'];

/** `kano init --agents`: our section of AGENTS.md, and a skill in the two places where agents look. All that others wrote stays. */
async function initAgents(folder: string, environment: Environment): Promise<ExitCode> {
  const { currentFolder } = environment;
  const root = resolve(currentFolder, folder);
  if (!(await isFolderAt(root)))
    throw new Failure(l10n.t('{path} is not a folder. Name the folder that agents work in.', { path: folder }));
  const inRoot = (path: string) => ({ location: join(root, path), path: shownPath(currentFolder, join(root, path)) });
  const section = inRoot('AGENTS.md');
  const before = await readIfThere(section);
  const line = before === null ? null : unclosedSection(before);
  if (line !== null)
    throw new Failure(
      l10n.t(
        '{path}:{line}: the comment that closes this section is missing, so what is below it could be lost. Delete the rest of the section and this comment.',
        { path: section.path, line },
      ),
    );
  const skills = skillPaths.map(inRoot);
  for (const skill of skills) {
    const text = await readIfThere(skill);
    if (text !== null && !isAgentSkill(text))
      throw new Failure(
        l10n.t('{path} was not written by “kano init --agents”, so it is not overwritten. Rename it or delete it.', { path: skill.path }),
      );
  }
  const after = withAgentSection(before ?? '');
  for (const file of [...skills, ...(after === before ? [] : [section])]) await checkWritable(file);
  for (const skill of skills) await writeSkill(skill, environment);
  if (after !== before) await replaceFile(section, after, environment);
  say(
    environment,
    l10n.t('Agents now read when to ask which tool: {path} and {skills}.', {
      path: section.path,
      skills: nameList(skills.map(({ path }) => path)),
    }),
  );
  return exitCode.fine;
}

/** `null` where there is no such file. */
function readIfThere({ location, path }: WrittenFile): Promise<string | null> {
  return readText(location, path).catch((error: unknown) => {
    if (error instanceof Failure && !existsSync(location)) return null;
    throw error;
  });
}

async function writeSkill(file: WrittenFile, environment: Environment): Promise<void> {
  await mkdir(dirname(file.location), { recursive: true }).catch((error: unknown) => {
    throw new Failure(unwritable(file.path, error));
  });
  await replaceFile(file, agentSkill(), environment);
}

function isFolderAt(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Writes a file, never over one that exists, even one that was created a moment ago. Where that fails it leaves nothing, which would be in the way of the
 * next attempt.
 * @param made the topmost of the folders that were made for the file
 */
async function writeNew(location: string, text: string, made: string | undefined): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(location, 'wx');
    await writeAll(file, text);
    await file.close();
  } catch (error) {
    await file?.close().catch(() => undefined);
    if (file) await rm(location, { force: true });
    if (made !== undefined) await removeFolders(dirname(location), made);
    throw error;
  }
}

/** Removes a folder and those above it, up to and including `topmost`, unless something is in them. */
async function removeFolders(folder: string, topmost: string): Promise<void> {
  for (let current = folder; ; current = dirname(current)) {
    const isGone = await rmdir(current).then(
      () => true,
      () => false,
    );
    if (!isGone || current === topmost) return;
  }
}
