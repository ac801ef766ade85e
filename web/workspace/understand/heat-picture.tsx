import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language.tsx'
import { drawGrid } from './draw-grid.ts'
import type { HeatGrid } from './heat-grid.ts'
import { lookOf, useShortWords } from './heat-words.ts'

/** The table as a picture for a slide or a wall: it is drawn here, and asked of nobody. */
export function HeatPicture({
  grid,
  name,
}: {
  readonly grid: HeatGrid
  readonly name: string
}): ReactNode {
  const { say } = useLanguage()
  const short = useShortWords()
  const download = async (): Promise<void> => {
    const picture = await drawGrid({
      title: `${name}: ${say('heatmap.title')}`,
      note: say('heatmap.caption'),
      columns: grid.columns.map((construct) => say(`construct.${construct}`)),
      rows: grid.rows.map((row) => ({
        name: row.name,
        depth: row.depth,
        cells: row.cells.map((cell) => ({ text: short(cell), look: lookOf(cell) })),
      })),
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(picture)
    link.download = 'needs-by-group.png'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="no-print">
      <Button variant="default" onClick={() => void download()}>
        {say('heat.picture')}
      </Button>
    </div>
  )
}
