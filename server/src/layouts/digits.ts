/** What an engine reads where a digit stands, in a field that holds nothing but digits. */
const LOOK_ALIKES: Record<string, string> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
}

/** Full-width forms become ASCII, letters that look like digits become digits, x becomes X; nothing else changes. */
export function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[OoDQIl|ZSB]/g, (character) => LOOK_ALIKES[character] ?? character)
    .replace(/[x×]/g, 'X')
}
