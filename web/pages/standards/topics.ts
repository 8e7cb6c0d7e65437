/** What a check-up speaks of: a live event or a command about one of them asks again. */
export const CHECKUP_TOPICS = ['standards', 'posts', 'organisations', 'places', 'households', 'venues', 'members']
