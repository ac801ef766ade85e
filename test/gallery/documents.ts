import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadsOf } from './downloads.ts'
import type { Picture } from './pictures.ts'
import type { World } from './world.ts'

/**
 * Downloads every document the product makes and opens it again with other programs:
 * LibreOffice turns slides and texts into pages, poppler draws them and reads the tags of a PDF.
 * Says so where one of them is missing.
 */
export async function takeDocuments(
  world: World,
  out: string,
): Promise<readonly Picture[]> {
  if (!isThere('pdftoppm') || !isThere('soffice')) {
    console.log('Documents: not opened, LibreOffice and poppler-utils are needed.')
    return []
  }
  const folder = join(out, 'documents')
  await mkdir(folder, { recursive: true })
  const pictures: Picture[] = []
  for (const { name, path } of downloadsOf(world)) {
    const { status, body } = await world.organiser.get(path)
    if (status !== 200 || !(body instanceof Uint8Array)) {
      pictures.push({ name, file: '', faults: [`not made: ${status}`] })
      continue
    }
    const file = join(folder, name)
    await writeFile(file, body)
    pictures.push(...(await pagesOf(file, name, folder)))
  }
  return pictures
}

const isThere = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

async function pagesOf(
  file: string,
  name: string,
  folder: string,
): Promise<readonly Picture[]> {
  const pdf = file.endsWith('.pdf') ? file : asPdf(file, folder)
  const stem = name.replace('.', '-')
  spawnSync('pdftoppm', ['-r', '60', '-png', pdf, join(folder, stem)], {
    stdio: 'ignore',
  })
  if (file.endsWith('.pdf')) await writeFile(`${file}.txt`, tagsOf(file))
  return readdirSync(folder)
    .filter((each) => each.startsWith(`${stem}-`) && each.endsWith('.png'))
    .toSorted()
    .map((each) => ({ name: each, file: `documents/${each}`, faults: [] }))
}

function asPdf(file: string, folder: string): string {
  spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
    stdio: 'ignore',
    timeout: 120_000,
  })
  return file.replace(/\.\w+$/, '.pdf')
}

/** Reading order, alternative texts and language of a tagged PDF. */
function tagsOf(file: string): string {
  const { stdout } = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' })
  return stdout
}
