import '@fontsource-variable/atkinson-hyperlegible-next'
import '@fontsource-variable/literata'
import '@mantine/core/styles.layer.css'
import '../ui/tokens.css'
import './workspace.css'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageProvider } from '../language.tsx'
import { createWorkspaceRouter } from '../router.tsx'
import { theme } from '../ui/theme.ts'

const client = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 5_000 } },
})
const router = createWorkspaceRouter(client)

const root = document.getElementById('root')
if (!root) throw new Error('expected an element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
