/** What may stand in a page; what does not apply is left out. */
export type Child = Node | string | false | undefined

type Attributes = Readonly<Record<string, string | undefined>>

/** An element with attributes and children. Text stays text: nothing is read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(name, value)
  }
  made.append(...present(children))
  return made
}

export function present(children: readonly Child[]): readonly (Node | string)[] {
  return children.filter((child) => child !== undefined && child !== false)
}

export function button(
  label: string,
  onPress: () => void,
  className = 'button',
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: className }, label)
  made.addEventListener('click', onPress)
  return made
}

/** The title of a page, where reading begins after a step. */
export function pageTitle(...text: readonly Child[]): HTMLElement {
  return element('h2', { tabindex: '-1' }, ...text)
}

export function paragraph(text: Child, className?: string): HTMLElement {
  return element('p', { class: className }, text)
}

/** What went wrong. It takes the focus, so that it is read at once and never missed. */
export function problemNote(problem: string | undefined): Child {
  return problem && element('p', { class: 'problem', tabindex: '-1' }, problem)
}
