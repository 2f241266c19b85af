import { inOrderOfAsking } from '../../analysis/evidence.ts';
import { type ListSection, listSections, type PanelRow } from './rows.ts';

/** The rows by their section of the list, in the order of the sections, those not surveyed in the order of asking; sections without rows are left out. */
export function groupBySection(rows: readonly PanelRow[]): { readonly section: ListSection; readonly rows: readonly PanelRow[] }[] {
  return listSections
    .map((section) => {
      const here = rows.filter((row) => row.section === section);
      return { section, rows: section === 'not-surveyed' ? inOrderOfAsking(here, ({ feature }) => feature) : here };
    })
    .filter((group) => group.rows.length > 0);
}
