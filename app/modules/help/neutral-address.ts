/** Where “Exit this page” leads: a page that anybody might have open. The GOV.UK pattern uses it. */
export const neutralAddress = 'https://www.bbc.co.uk/weather';
