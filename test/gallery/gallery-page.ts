import type { Picture } from './pictures.ts'

/** One page with every picture, small, each opening in full size. */
export function galleryPage(pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ name, file, faults }) => `<figure>
<a href="${file}"><img src="${file}" alt="" loading="lazy"></a>
<figcaption>${escaped(name)}${faults.map((fault) => `<br><b>${escaped(fault)}</b>`).join('')}</figcaption>
</figure>`,
  )
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Groundwork: every page</title>
<style>
body { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; font: 14px sans-serif }
figure { margin: 0; width: 220px } img { width: 100%; border: 1px solid #ccc }
</style>
${figures.join('\n')}
</html>
`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
