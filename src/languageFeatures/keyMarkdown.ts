import * as l10n from '@vscode/l10n';
import type { SchemaNode } from '../document/format/formatSchema.ts';

/** What the schema says of a key, as Markdown: title, description, an example. The texts of the schema are Markdown themselves. */
export function keyMarkdown(key: string, { title, description, examples = [] }: SchemaNode): string {
  const [example] = examples;
  return [
    `**${translated(title ?? key)}**`,
    ...(description === undefined ? [] : [translated(description)]),
    ...(example === undefined ? [] : [`${l10n.t('Example:')}\n\`\`\`yaml\n${key}: ${yamlText(example)}\n\`\`\``]),
  ].join('\n\n');
}

/** A title or description of the schema, which holds them in English, in the current language. */
export function translated(schemaText: string): string {
  // No literal: these texts are in the schema only, and a test checks that each has a translation.
  const translate = l10n.t;
  return translate(schemaText);
}

/** A value of the schema on one line of YAML. */
function yamlText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yamlText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, child]) => `${key}: ${yamlText(child)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  // Anything but words and hyphens may mean something to YAML.
  return typeof value === 'string' && !/^[a-z][\w -]*$/i.test(value) ? JSON.stringify(value) : String(value);
}
