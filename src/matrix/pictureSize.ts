import type { MatrixSize } from './plotArea.ts';

/** Pixels of a picture that stands alone. */
export const pictureSize: MatrixSize = { width: 960, height: 680 };
