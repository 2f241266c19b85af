/** A value that a tool takes, as JSON Schema. */
type Property =
  | { readonly type: 'string'; readonly description?: string; readonly enum?: readonly string[] }
  | { readonly type: 'integer'; readonly description?: string; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'number'; readonly description?: string; readonly exclusiveMinimum: number }
  | {
      readonly type: 'array';
      readonly description?: string;
      readonly items: { readonly type: 'string'; readonly enum?: readonly string[] };
    };

/** What a tool takes, as JSON Schema: the part of it that every client understands. */
export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly additionalProperties: false;
}

type ValueOf<P> = P extends { readonly enum: readonly (infer Choice)[] }
  ? Choice
  : P extends { readonly type: 'string' }
    ? string
    : P extends { readonly type: 'array'; readonly items: infer Item }
      ? readonly ValueOf<Item>[]
      : number;

type Required<S extends InputSchema> = S extends { readonly required: readonly (infer Name)[] } ? Name : never;

/** What fits a schema. */
export type ToolInput<S extends InputSchema> = {
  readonly [Name in keyof S['properties']]?: ValueOf<S['properties'][Name]>;
} & { readonly [Name in keyof S['properties'] & Required<S>]: ValueOf<S['properties'][Name]> };

/** Longer texts are not read: no name, note or quotation is as long. */
const longestText = 2000;
const longestList = 100;

/** What of an input does not fit a schema, and what would; empty where it fits. `undefined` and `null` count as absent. */
export function inputFaults(input: unknown, { properties, required = [] }: InputSchema): readonly string[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return ['Give an object.'];
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const names = Object.keys(properties);
  return [
    ...required.filter((name) => !given.some(([key]) => key === name)).map((name) => `“${name}” is missing.${whereToFind(name)}`),
    ...given.flatMap(([name, value]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (property === undefined) return [unknownProperty(name, names)];
      const wanted = fault(value, property);
      return wanted === undefined ? [] : [`“${name}” must be ${wanted}.${whereToFind(name)}`];
    }),
  ];
}

/** Where a value is to be had that nobody can know. */
function whereToFind(name: string): string {
  return name === 'id' ? ' kano_list_features lists ids.' : '';
}

/** An input without what counts as absent. */
export function givenInput(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
}

const tallyNames = /^(?:tall(?:y|ies)|counts?|answers?|[MOAIRQ]|n|better|worse)$/i;

function unknownProperty(name: string, known: readonly string[]): string {
  if (tallyNames.test(name))
    return 'Answers are never written by a tool, and what follows from them is computed. Import the export of the survey instead: kano import EXPORT --into FILE.';
  if (name === 'category') return 'The category is computed from answers. What the team takes it for until then is “assumed”.';
  return `There is no “${name.slice(0, 40)}”; there are ${known.join(', ')}.`;
}

/** What a value must be, where it is something else. */
function fault(value: unknown, property: Property): string | undefined {
  switch (property.type) {
    case 'string':
      if (property.enum) return property.enum.includes(value as string) ? undefined : `one of ${property.enum.join(', ')}`;
      return typeof value === 'string' && value.length <= longestText ? undefined : `a text of at most ${longestText} characters`;
    case 'integer': {
      const { minimum, maximum } = property;
      const fits = Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
      return fits ? undefined : `a whole number from ${minimum} to ${maximum}`;
    }
    case 'number':
      return Number.isFinite(value) && (value as number) > property.exclusiveMinimum
        ? undefined
        : `a number above ${property.exclusiveMinimum}`;
    case 'array': {
      const fits = Array.isArray(value) && value.length <= longestList && value.every((item) => fault(item, property.items) === undefined);
      const items = property.items.enum ? `of ${property.items.enum.join(', ')}` : 'of texts';
      return fits ? undefined : `a list ${items}, at most ${longestList}`;
    }
  }
}
