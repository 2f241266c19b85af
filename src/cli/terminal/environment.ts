/** What the command has of the world around it. */
export interface Environment {
  /** Absolute. */
  readonly currentFolder: string;
  readonly input: NodeJS.ReadableStream;
  /** Results. */
  readonly output: NodeJS.WriteStream;
  /** Everything else. */
  readonly errors: NodeJS.WriteStream;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** Whether a stream shows colours: it is a terminal that can, and nobody asked for none (https://no-color.org). */
export function showsColours(stream: NodeJS.WriteStream, { variables }: Pick<Environment, 'variables'>): boolean {
  return stream.isTTY === true && !variables.NO_COLOR && variables.TERM !== 'dumb';
}
