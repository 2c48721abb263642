/** Resolves with what the person did, or rejects with `cancel` when they close the dialog; either takes it away. */
export function openDialog<Answer>(
  dialog: HTMLDialogElement,
  begin: (answer: (value: Answer) => void, fail: (error: Error) => void) => void,
): Promise<Answer> {
  document.body.append(dialog)
  dialog.showModal()
  return new Promise<Answer>((resolve, reject) => {
    dialog.addEventListener('close', () => reject(new Error('cancel')))
    begin(resolve, reject)
  }).finally(() => dialog.remove())
}
