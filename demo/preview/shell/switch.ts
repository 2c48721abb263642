/** Radio buttons of one name as a switch between the values they have. */
export function listenToSwitch<Value extends string>(
  name: string,
  values: readonly Value[],
  chosen: Value,
  onChoose: (value: Value) => void,
): void {
  for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)) {
    const value = values.find((candidate) => candidate === input.value)
    if (!value) continue
    input.checked = value === chosen
    input.addEventListener('change', () => onChoose(value))
  }
}
