/** Eight digits with or without marks between them, `2018年7月6日` too, as an ISO date; null unless the calendar has that day. */
export function isoDate(text: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})\D?(\d\d?)\D?(\d\d?)日?$/.exec(text.replace(/\s/g, '')) || []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(iso).getUTCDate() === Number(day) ? iso : null
}

/** The calendar day in China, where the cards are issued and expire. */
export function dayInChina(now: Date): string {
  const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
  return new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
