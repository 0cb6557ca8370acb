// Checks one transcript beside the page, which goes on moving its dice meanwhile.
import { type CheckRequest, checkHere } from './check-here.ts'

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  void checkHere(data, report => postMessage(report))
})
