/**
 * `npm run gallery`: a picture of every page, wide and narrow, in two languages, empty, typical,
 * overfull and failing, and of every page of the documents, into `out/gallery`. It says which
 * pages are wider than the screen or report an error. `-- units` takes only pages of that name.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buildPages } from '#server/commands/build-pages.ts'
import { launchChromium } from '../e2e/browser.ts'
import { testServer } from '../server/test-server.ts'
import { takeDocuments } from './documents.ts'
import { galleryPage } from './gallery-page.ts'
import { takePictures } from './pictures.ts'
import { placesOf } from './places.ts'
import { buildWorld } from './world.ts'

const out = resolve('out', 'gallery')
const wanted = process.argv.slice(2)
const isWanted = (name: string): boolean =>
  wanted.length === 0 || wanted.some((part) => name.includes(part))

await rm(out, { recursive: true, force: true })
await mkdir(out, { recursive: true })
await buildPages((sentence) => console.log(sentence))
await using server = await testServer(new Date().toISOString())
const world = await buildWorld(server, (sentence) => console.log(sentence))
const browser = await launchChromium()
try {
  const places = placesOf(world).filter(({ name }) => isWanted(name))
  const pictures = await takePictures(browser, server.origin, places, out)
  const documents = isWanted('documents') ? await takeDocuments(world, out) : []
  await writeFile(resolve(out, 'gallery.html'), galleryPage([...pictures, ...documents]))
  const faulty = pictures.filter(({ faults }) => faults.length > 0)
  console.log(`${pictures.length + documents.length} pictures: out/gallery/gallery.html`)
  for (const { name, faults } of faulty) console.log(`${name}: ${faults.join('; ')}`)
  if (faulty.length > 0) process.exitCode = 1
} finally {
  await browser.close()
}
