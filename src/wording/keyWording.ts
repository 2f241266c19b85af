import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../document/format/formatSchema.ts';
import { translated } from './schemaWording.ts';

/** What the schema says of a key, as Markdown: title, description, an example. Its texts are our own, and Markdown themselves. */
export function keyMarkdown(key: string, { title, description, examples = [] }: SchemaNode): string {
  const [example] = examples;
  return [
    `**${translated(title ?? key)}**`,
    ...(description === undefined ? [] : [translated(description)]),
    ...(example === undefined ? [] : [`${l10n.t('Example:')}\n\`\`\`yaml\n${key}: ${yamlText(example)}\n\`\`\``]),
  ].join('\n\n');
}

/** A value of the schema on one line of YAML. */
function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, child]) => `${key}: ${yamlText(child)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  // What is more than words and hyphens may mean something to YAML.
  return typeof value === 'string' && !/^[a-z][\w -]*$/i.test(value) ? JSON.stringify(value) : String(value);
}
