import { gatewayContract } from './gateway.contract.ts'

gatewayContract('socket.io-websocket')
