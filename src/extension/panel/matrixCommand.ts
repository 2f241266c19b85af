/** The command that opens the matrix of a file: `(uri?: Uri, featureId?: string)`. */
export const openMatrixCommand = 'kano.openMatrix';
