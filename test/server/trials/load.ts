export async function load(): Promise<boolean> {
  return true
}
