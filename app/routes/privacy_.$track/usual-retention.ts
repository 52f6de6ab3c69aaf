/** How long an organisation keeps what, while it has decided nothing else. */
export const usualRetention = { recordsYears: 6, logsDays: 90 };
