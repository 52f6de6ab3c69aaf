/** How long an invitation may be answered. */
export const invitationDays = 14;
