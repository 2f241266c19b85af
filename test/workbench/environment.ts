/** A running VS Code server: its address without a path, its port, and its user settings file. */
export interface Server {
  origin: string;
  port: number;
  settingsFile: string;
}

/** What scripts/test-workbench.mjs has started for the tests of this folder. */
export interface Environment {
  /** Where Playwright reaches the browser. */
  browserEndpoint: string;
  /** Takes extensions under development and tests. */
  development: Server;
  /** A clean one, into which the packaged extension was installed. */
  installed: Server;
  /** What the clean one lists as installed: `publisher.name@version`. */
  installedExtensions: string[];
  /** The folder of the built extension. */
  extensionFolder: string;
  examplesFolder: string;
  testResultsFolder: string;
}

/** The environment that this process was given; throws when it was started without. */
export function environment(): Environment {
  const text = process.env.KANO_WORKBENCH;
  if (!text) throw new Error('Start these tests with: node scripts/test-workbench.mjs');
  return JSON.parse(text);
}
