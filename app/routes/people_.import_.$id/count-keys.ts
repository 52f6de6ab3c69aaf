/** The figures of a staff list, in the order in which they are told. */
export const countKeys = ['added', 'changed', 'left', 'returned', 'unchanged', 'problems'] as const;
