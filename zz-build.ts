import { buildPages } from '#server/commands/build-pages.ts'
await buildPages(console.log)
