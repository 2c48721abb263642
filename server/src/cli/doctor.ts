export async function doctor(operands: string[]): Promise<void> {
  void operands
}
