import { Wordmark } from './ui/wordmark.tsx'

export function App() {
  return (
    <main>
      <h1>
        <Wordmark />
      </h1>
    </main>
  )
}
