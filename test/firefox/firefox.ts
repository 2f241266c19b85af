import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So that saved files go to a folder without a question, and nothing is asked of the network. */
const preferences = (downloads: string) => ({
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.alwaysOpenPanel': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
});

type Result = Readonly<Record<string, unknown>>;

interface Answer {
  readonly result?: Result;
  readonly error?: string;
  readonly message?: string;
}

/** What comes over the connection: the answer to a command, or an event. */
interface Message extends Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly text?: string };
}

/** A Firefox of its own, driven by WebDriver BiDi. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;
  /** What pages wrote to the console, errors included. */
  readonly log: string[] = [];

  private constructor(process: ChildProcess, folder: string, socket: WebSocket) {
    this.#process = process;
    this.#folder = folder;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (message.method === 'log.entryAdded') this.log.push(message.params?.text ?? '');
      if (message.id !== undefined) this.#waiting.get(message.id)?.(message);
    });
  }

  /** Starts it with a new profile. */
  static async start(executable: string): Promise<Firefox> {
    const folder = await mkdtemp(join(tmpdir(), 'kano-firefox-'));
    const lines = Object.entries(preferences(folder)).map(
      ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`,
    );
    await writeFile(join(folder, 'user.js'), lines.join(''));
    const parameters = ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port', '0', 'about:blank'];
    const child = spawn(executable, parameters, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } });
    try {
      const socket = new WebSocket(`${await address(child)}/session`);
      await new Promise<void>((open, fail) => {
        socket.addEventListener('open', () => open());
        socket.addEventListener('error', () => fail(new Error('Firefox takes no connection.')));
      });
      const firefox = new Firefox(child, folder, socket);
      await firefox.send('session.new', { capabilities: {} });
      await firefox.send('session.subscribe', { events: ['log.entryAdded'] });
      return firefox;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
  }

  /** Where saved files are. */
  get downloads(): string {
    return this.#folder;
  }

  /** Does a command, and gives its result. */
  send(method: string, params: Result): Promise<Result> {
    const id = ++this.#last;
    return new Promise((done, fail) => {
      this.#waiting.set(id, ({ result, error, message }) => {
        this.#waiting.delete(id);
        if (result) done(result);
        else fail(new Error(`${method}: ${error} ${message}`));
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  async close(): Promise<void> {
    const ended = new Promise((end) => this.#process.once('exit', end));
    await this.send('browser.close', {}).catch(() => this.#process.kill('SIGKILL'));
    await ended;
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where it listens, as it says itself. */
function address(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    child.stderr?.on('data', (part) => {
      said += part;
      const [, url] = /WebDriver BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (url) found(url);
    });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`Firefox ended with ${code}: ${said}`)));
  });
}
