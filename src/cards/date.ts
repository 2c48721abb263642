/** `20180706`, `2018-07-06`, `2018.7.6`, `2018年7月6日` as an ISO date; null unless the calendar has that day. */
export function isoDate(text: string): string | null {
  const DATE = /^(\d{4})(?:(\d\d)(\d\d)|\D(\d\d?)\D(\d\d?)日?)$/
  const [, year, mm, dd, month = mm || '', day = dd || ''] = DATE.exec(text.replace(/\s/g, '')) || []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(iso).getUTCDate() === Number(day) ? iso : null
}

/** The calendar day in China, where the cards are issued and expire. */
export function dayInChina(now: Date): string {
  const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
  return new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
