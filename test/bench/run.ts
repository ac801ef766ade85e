/** `npm run bench`: prints what DECISIONS.md claims about speed. Nothing here decides a test. */
import { compareSqliteDrivers } from './sqlite-drivers.ts'

await compareSqliteDrivers()
