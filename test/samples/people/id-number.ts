const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** GB 11643-1999: the 18th character of a citizen's number, from its first 17 digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(first17[position]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * @param area six digits, GB/T 2260
 * @param birth YYYYMMDD
 * @param sequence 1 to 999: odd for a man, even for a woman
 */
export function idNumber(area: string, birth: string, sequence: number): string {
  const first17 = area + birth + String(sequence).padStart(3, '0')
  return first17 + checkCharacter(first17)
}
