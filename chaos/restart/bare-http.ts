import { createServer } from 'node:http'

// What any Node server takes to start: the measure of ours.

createServer((_request, response) => response.end('ok')).listen(Number(process.env.PORT), '127.0.0.1')
