import { type ConfigurationFile, levels } from '../document/configuration.ts';
import { type SchemaNode, schemaAt } from '../document/format/formatSchema.ts';
import type { Path } from '../document/yaml/node.ts';
import { comparePositions } from '../document/yaml/position.ts';
import { problemDefinitions } from './index.ts';
import { type Problem, toProblem } from './problem.ts';
import type { SchemaSubject } from './schema/schemaMessage.ts';
import { schema, schemaProblems } from './schema.ts';
import { suppressionsOf } from './suppression.ts';
import { syntax, syntaxProblems } from './syntax.ts';

/**
 * The problems of a `.kanorc.yaml` file, in the order of the text: what cannot be read (`kano/syntax`), and what breaks its schema
 * (`kano/schema`). The levels that the file gives these codes do not apply to the file itself.
 */
export function checkConfiguration({ model, findings }: ConfigurationFile): readonly Problem[] {
  const part = model.frame;
  const subject: SchemaSubject = { list: 'settings', part, root: part.root, schemaAt: configurationSchemaAt };
  const found = [
    ...syntaxProblems(part).map((occurrence) => ({ code: syntax.code, ...occurrence })),
    ...schemaProblems(subject, findings).map((occurrence) => ({ code: schema.code, ...occurrence })),
  ];
  const { silences } = suppressionsOf(model);
  const problems = found.map((finding) => toProblem(finding, model)).filter((problem) => !silences(problem));
  return problems.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

/** The schema of what is allowed at `path` in a `.kanorc.yaml` file: names and values, without titles and descriptions. */
export function configurationSchemaAt(path: Path): SchemaNode | undefined {
  let current: SchemaNode | undefined = configurationSchema();
  for (const step of path) {
    const properties: SchemaNode['properties'] = current?.properties;
    current = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
  }
  return current;
}

function configurationSchema(): SchemaNode {
  const codes = problemDefinitions.map(({ code }) => [code, { enum: levels }]);
  const analysis = schemaAt(undefined, ['analysis']);
  return {
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      rules: { type: 'object', properties: Object.fromEntries(codes) },
      ...(analysis && { analysis }),
      exclude: { type: 'array' },
      freshFor: { type: 'integer', minimum: 1 },
    },
  };
}
