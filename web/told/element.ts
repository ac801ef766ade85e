export type Part = Node | null

/** An element with its words or what it holds. Nothing is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  content: string | readonly Part[],
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (typeof content === 'string') made.textContent = content
  else made.append(...content.filter((one) => one !== null))
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

export function button(words: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', words, { type: 'button' })
  made.addEventListener('click', onPress)
  return made
}
