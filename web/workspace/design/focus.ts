/** Where somebody goes on who opened a form by key: at the choice that is made so far. */
export const focusChoice = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLInputElement>('input:checked')?.focus()

/** Back to the button that opened it. */
export const takeFocus = (button: HTMLButtonElement | null): void => button?.focus()
