import '@fontsource-variable/atkinson-hyperlegible-next'
import '@fontsource-variable/literata'
import './room.css'
import { createRoot } from 'react-dom/client'
import { RoomPage } from './room-page.tsx'
import { VoiceProvider } from './words.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('expected an element with the id "root"')
createRoot(root).render(
  <VoiceProvider>
    <RoomPage />
  </VoiceProvider>,
)
