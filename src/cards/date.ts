/** `19491231` → `1949-12-31`; null unless the calendar has that day. */
export function isoDate(digits: string): string | null {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(digits)
  if (!parts) return null
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso ? iso : null
}

/** The calendar day in China, where the cards are issued and expire. */
export function dayInChina(now: Date): string {
  const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
  return new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
