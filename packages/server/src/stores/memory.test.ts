import { memoryStore } from './memory.ts'
import { roomStoreContract } from './room-store.contract.ts'

roomStoreContract('memory', () => ({ open: memoryStore, reopen: () => null, clean: () => {} }))
