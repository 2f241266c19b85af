import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Validates text with yaml-language-server and our schema, as the Red Hat YAML extension would. Gives the number of problems. */
export function languageServer(): { readonly name: string; validate(text: string): Promise<number> } {
  const require = createRequire(import.meta.url);
  const { getLanguageService } = require('yaml-language-server') as typeof import('yaml-language-server');
  const { version } = require('yaml-language-server/package.json') as { version: string };
  const nothing = () => undefined;
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('No network here.')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
    connection: { onRequest: nothing, sendNotification: nothing, console: { error: nothing, log: nothing } },
    telemetry: { send: nothing, sendError: nothing, sendTrack: nothing },
  } as unknown as Parameters<typeof getLanguageService>[0]);
  const schema = JSON.parse(readFileSync('schemas/kano.schema.json', 'utf8'));
  service.configure({
    validate: true,
    schemas: [{ uri: 'kano://schema', fileMatch: ['*.kano.yaml'], schema }],
    yamlVersion: '1.2',
  } as Parameters<typeof service.configure>[0]);
  let edits = 0;
  return {
    name: `yaml-language-server ${version}`,
    // Another version each time, as after a keystroke: its cache goes by that.
    validate: async (text) =>
      (await service.doValidation(TextDocument.create('file:///shop.kano.yaml', 'yaml', ++edits, text), false)).length,
  };
}
