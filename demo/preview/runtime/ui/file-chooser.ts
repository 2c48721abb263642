/** The browser's file chooser for one picture. Rejects with `cancel`. */
export function chooseFile(): Promise<File> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  return new Promise((resolve, reject) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) resolve(file)
    })
    input.addEventListener('cancel', () => reject(new Error('cancel')))
    input.click()
  })
}
