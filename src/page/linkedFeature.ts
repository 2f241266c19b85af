/** A feature in a link. */
export interface LinkedFeature {
  readonly id: string;
  /** The name of its file, where another file has a feature with the same id. */
  readonly file?: string;
  /** Its place among the features of the file with this id, from 0; absent for the first. */
  readonly occurrence?: number;
}

/** A fragment that leads to a feature alone. */
export function linkToFeature(feature: LinkedFeature): string {
  const parameters = new URLSearchParams();
  addToLink(parameters, feature);
  return parameters.toString();
}

/** Adds what leads to a feature. */
export function addToLink(parameters: URLSearchParams, { id, file, occurrence = 0 }: LinkedFeature): void {
  parameters.set('selected', id);
  if (file !== undefined) parameters.set('file', file);
  if (occurrence > 0) parameters.set('occurrence', String(occurrence));
}

/** The feature that a fragment leads to; `null` where it leads to none. */
export function linkedFeature(fragment: string): LinkedFeature | null {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const [id, file, occurrence] = ['selected', 'file', 'occurrence'].map((name) => parameters.get(name));
  if (id === null || id === undefined) return null;
  const isPlace = typeof occurrence === 'string' && /^\d{1,9}$/.test(occurrence);
  return { id, ...(typeof file === 'string' ? { file } : {}), ...(isPlace ? { occurrence: Number(occurrence) } : {}) };
}
