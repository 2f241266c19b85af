import { type ConfigurationFile, levels } from '../document/configuration.ts';
import { type SchemaNode, schemaAt } from '../document/format/formatSchema.ts';
import type { Path } from '../document/yaml/node.ts';
import { toProblem } from './checkDocument.ts';
import { defaultSeverities, type Problem } from './problem.ts';
import { schemaProblems } from './schema.ts';
import { suppressionsOf } from './suppression.ts';
import { syntaxProblems } from './syntax.ts';

/**
 * The problems of a `.kanorc.yaml` file, in the order of the text: what cannot be read, and what breaks its schema, as `kano/syntax` and
 * `kano/schema`. What it says itself of these codes is not for itself.
 */
export function checkConfiguration({ model, findings }: ConfigurationFile): readonly Problem[] {
  const part = model.frame;
  const found = [
    ...syntaxProblems(part),
    ...schemaProblems({ list: 'settings', part, root: part.root, schemaAt: configurationSchemaAt }, findings),
  ];
  const { silences } = suppressionsOf(model);
  const problems = found.map((finding) => toProblem(finding, model)).filter((problem) => !silences(problem));
  return problems.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
}

/** What may stand at `path` in a `.kanorc.yaml` file: names and values, without the texts of its schema. */
export function configurationSchemaAt(path: Path): SchemaNode | undefined {
  let current: SchemaNode | undefined = configurationSchema();
  for (const step of path) {
    const properties: SchemaNode['properties'] = current?.properties;
    current = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  }
  return current;
}

function configurationSchema(): SchemaNode {
  const codes = Object.keys(defaultSeverities).map((code) => [code, { enum: levels }]);
  const analysis = schemaAt(undefined, ['analysis']);
  return {
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: { type: 'object', properties: Object.fromEntries(codes) },
      ...(analysis && { analysis }),
    },
  };
}
