import * as vscode from 'vscode';
import { useFormatSchema } from '../../document/format/formatSchema.ts';

/** Reads what the format says of its keys. Without it, suggestions and boxes name keys and explain nothing. */
export async function readSchemaTexts(extensionUri: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'schemas', 'kano.schema.json'));
  useFormatSchema(JSON.parse(new TextDecoder().decode(bytes)));
}
