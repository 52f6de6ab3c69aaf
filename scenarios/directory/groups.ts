/** What somebody looks for when they need help: the parts of the help page, in their order. */
export const routeGroups = ['emergency', 'talk', 'report', 'ideas', 'money', 'work'] as const;
