import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = import.meta.dirname
const pages = {
  index: join(here, 'web/index.html'),
  answer: join(here, 'web/answer.html'),
}

export default defineConfig({
  root: join(here, 'web'),
  publicDir: false,
  plugins: [react(), questionsWhileReading(), precompressed()],
  build: {
    outDir: join(here, 'dist/web'),
    emptyOutDir: true,
    // Pages take no images from data: addresses, and every browser we serve preloads.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(pages).filter(([, file]) => existsSync(file)),
      ),
    },
  },
})

/**
 * Lets the employee's page fetch the questions while the welcome is still on its way and
 * being read, after everything the welcome needs.
 */
function questionsWhileReading(): Plugin {
  return {
    name: 'questions-while-reading',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {}, path }) {
        if (!path.endsWith('/answer.html')) return []
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const entries = new Set(
          chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
        )
        const questions = chunks.find(
          ({ isDynamicEntry, name }) => isDynamicEntry && name === 'questions',
        )
        if (!questions) throw new RangeError('expected a chunk of the name questions')
        const shared = questions.imports.filter((file) => !entries.has(file))
        return [questions.fileName, ...shared].map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'modulepreload',
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
  const content = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}
