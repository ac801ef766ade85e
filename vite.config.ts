import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { trimSurveyCore } from './trim-survey-core.ts'

const here = import.meta.dirname
/** Found by its name, not by its content: its address must never change. */
const worker = 'session-worker'
/** Built apart, by `--mode answer`: the employee's page shares no file with any other. */
const answer = { answer: join(here, 'web/answer.html') }
const others = {
  index: join(here, 'web/index.html'),
  mute: join(here, 'web/mute.html'),
  seats: join(here, 'web/seats.html'),
  told: join(here, 'web/told.html'),
  room: join(here, 'web/room.html'),
  program: join(here, 'web/program.html'),
  [worker]: join(here, 'web/room/session-worker.ts'),
}

export default defineConfig(({ mode }) => {
  const isAnswer = mode === 'answer'
  return {
    root: join(here, 'web'),
    publicDir: false,
    plugins: [
      react(),
      trimSurveyCore(),
      zodWithoutEval(),
      expectedWhileReading(),
      precompressed(),
    ],
    build: {
      outDir: join(here, 'dist/web'),
      emptyOutDir: !isAnswer,
      // Pages take no images from data: addresses, and every browser we serve preloads.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: isAnswer ? answer : others,
        output: {
          entryFileNames: ({ name }) =>
            name === worker ? `${worker}.js` : 'assets/[name]-[hash].js',
        },
      },
    },
  }
})

/** What the employee's page will need after the welcome. */
const expected = ['questions', 'sealing']

/**
 * Names to the employee's page the files of the questions and of the cryptography. Its script
 * fetches them while the welcome is being read, and not before: on a slow line they would
 * take the room that the welcome needs.
 */
function expectedWhileReading(): Plugin {
  return {
    name: 'expected-while-reading',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {}, path }) {
        if (!path.endsWith('/answer.html')) return []
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
        const withImports = (file: string): readonly string[] => [
          file,
          ...(byFile.get(file)?.imports.flatMap(withImports) ?? []),
        ]
        const early = new Set(
          chunks
            .filter(({ isEntry, name }) => isEntry && name === 'answer')
            .flatMap(({ fileName }) => withImports(fileName)),
        )
        const wanted = expected.flatMap((wantedName) => {
          const chunk = chunks.find(
            ({ isDynamicEntry, name }) => isDynamicEntry && name === wantedName,
          )
          if (!chunk) throw new RangeError(`expected a chunk of the name ${wantedName}`)
          return withImports(chunk.fileName)
        })
        return [...new Set(wanted)]
          .filter((file) => !early.has(file))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'expected',
              href: `/${file}`,
              fetchpriority: 'low',
              crossorigin: true,
            },
            injectTo: 'head',
          }))
      },
    },
  }
}

/**
 * Our pages may not make code of text. What reads the server's answers (zod) would try at its
 * first description, and the browser would report it; its own setting comes too late, because
 * descriptions lie in the same file.
 */
function zodWithoutEval(): Plugin {
  const begins = '(_a.__zod_globalConfig = {})'
  return {
    name: 'zod-without-eval',
    transform: {
      filter: { id: /\/zod\/v4\/core\/core\.js$/ },
      handler(code) {
        if (!code.includes(begins)) throw new RangeError('zod begins in another way now')
        return code.replace(begins, '(_a.__zod_globalConfig = { jitless: true })')
      },
    },
  }
}

/** Compresses once, and hard, what would otherwise be compressed for every visitor. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    writeBundle({ dir = '' }) {
      for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (/\.(?:js|css|svg)$/.test(file)) compress(join(dir, file))
      }
    },
  }
}

function compress(file: string): void {
  if (existsSync(`${file}.br`)) return
  const content = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}
