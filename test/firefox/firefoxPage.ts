import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Firefox } from './firefox.ts';

/** A page in Firefox, used as a person does: by pointer and keys. */
export class FirefoxPage {
  readonly #firefox: Firefox;
  readonly #context: string;

  private constructor(firefox: Firefox, context: string) {
    this.#firefox = firefox;
    this.#context = context;
  }

  static async open(firefox: Firefox, url: string, width: number): Promise<FirefoxPage> {
    const { context } = await firefox.send('browsingContext.create', { type: 'tab' });
    await firefox.send('browsingContext.setViewport', { context, viewport: { width, height: 800 } });
    await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return new FirefoxPage(firefox, String(context));
  }

  /** What an expression gives, by way of JSON. */
  async evaluate<Value>(expression: string): Promise<Value> {
    const answer = await this.#firefox.send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
      target: { context: this.#context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer.exceptionDetails)}`);
    const { value } = answer.result as { readonly value?: string };
    return (value === undefined ? undefined : JSON.parse(value)) as Value;
  }

  /** Clicks the middle of the first element that a selector finds. */
  async click(selector: string): Promise<void> {
    const found = `document.querySelector(${JSON.stringify(selector)})`;
    const [x, y] = await this.evaluate<[number, number]>(
      `(() => { const element = ${found}; element.scrollIntoView({ block: 'center', behavior: 'instant' }); ` +
        'const { x, y, width, height } = element.getBoundingClientRect(); return [Math.round(x + width / 2), Math.round(y + height / 2)]; })()',
    );
    await this.#act('pointer', [
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Presses keys one after the other; the page has drawn before the next. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const value of keys) {
      await this.#act('key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await this.evaluate('new Promise((drawn) => requestAnimationFrame(() => drawn(0)))');
    }
  }

  /** Keeps a picture of what is in sight. */
  async screenshot(name: string): Promise<void> {
    const { data } = await this.#firefox.send('browsingContext.captureScreenshot', { context: this.#context });
    const folder = join(process.env.KANO_TEST_RESULTS ?? 'test-results', 'screenshots');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), Buffer.from(String(data), 'base64'));
  }

  async #act(type: 'pointer' | 'key', actions: readonly object[]): Promise<void> {
    await this.#firefox.send('input.performActions', { context: this.#context, actions: [{ type, id: type, actions }] });
  }
}

/** Keys as WebDriver names them. */
export const keys = { tab: '\uE004', space: ' ', down: '\uE015', enter: '\uE007' };
