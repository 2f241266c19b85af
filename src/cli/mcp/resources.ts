/** What agents can read beside the tools. */
export const resources = [
  {
    uri: 'kano://schema',
    name: 'schema',
    title: 'The format of *.kano.yaml files',
    description: 'JSON Schema with a description and an example of every key.',
    mimeType: 'application/schema+json',
  },
  {
    uri: 'kano://method',
    name: 'method',
    title: 'What the numbers mean',
    description: 'How categories, Better, Worse, certainty and ranks are computed, with the sources, and what each problem means.',
    mimeType: 'text/markdown',
  },
] as const;

/** Loaded when somebody reads it; `undefined` for anything else. */
export async function textOfResource(uri: string): Promise<string | undefined> {
  if (uri === 'kano://schema') return `${JSON.stringify((await import('../../../schemas/kano.schema.json')).default, null, 1)}\n`;
  if (uri === 'kano://method') return (await import('../../../docs/method.md', { with: { type: 'text' } })).default;
  return undefined;
}
