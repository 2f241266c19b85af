/** How important a feature is to a respondent: 1 for not at all, 9 for extremely. */
export const importanceScale = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
