import * as vscode from 'vscode';

/** The survey map beside an export: `answers.survey-map.yaml` of `answers.xlsx`. */
export function mapBeside(file: vscode.Uri): vscode.Uri {
  const name = file.path.split('/').at(-1) ?? '';
  return vscode.Uri.joinPath(file, '..', `${name.replace(/\.[^.]+$/, '')}.survey-map.yaml`);
}
