/** The type of our panels in VS Code, also when it restores them after a restart. */
export const panelType = 'kano.matrix';

/** The command that opens the matrix of a file: `(uri?: Uri, featureId?: string)`. */
export const openMatrixCommand = 'kano.openMatrix';
