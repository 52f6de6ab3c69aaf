/** How long a code that was handed over may be used for the first time. */
export const codeDays = 14;
