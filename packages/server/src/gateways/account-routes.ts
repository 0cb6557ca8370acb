import type { IncomingHttpHeaders } from 'node:http'
import { complaintOf, PLAINLY } from '@diceroom/shared/protocol/complaint.ts'
import { rejection } from '@diceroom/shared/protocol/rejections.ts'
import { PlayerName } from '@diceroom/shared/protocol/text.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Account, FreshLogin, Login } from '../accounts/accounts.ts'
import { clearingCookie, settingCookie } from '../accounts/session-cookie.ts'
import type { AccountDesk, Asker, Refused } from '../sessions/account-desk.ts'
import { statusOf } from './status.ts'
import { isAllowedOrigin } from './wires/origin.ts'

/** Longer passwords are no passwords, whatever they are in code points; and no hash is made of them. */
const PASSWORD_UNITS = 1024

const Password = z.string().max(PASSWORD_UNITS, 'at most 256 characters')
const Entry = z.strictObject({ name: PlayerName, password: Password, guest: z.string().max(4096).optional() })
const Change = z.strictObject({ password: Password, newPassword: Password })
const Profile = z.strictObject({ hidden: z.boolean() })
const Farewell = z.strictObject({ password: Password })

export interface AccountRoutesOptions {
  readonly desk: AccountDesk
  readonly publicUrl: string | null
}

/** `/api/account`: sign up, log in and out, and what one may do with an account. JSON in and out. */
export function addAccountRoutes(app: FastifyInstance, { desk, publicUrl }: AccountRoutesOptions): void {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  const isHttps = (request: FastifyRequest) =>
    request.protocol === 'https' || publicOrigin?.startsWith('https:') === true
  const setCookie = (request: FastifyRequest, reply: FastifyReply, login: Login | FreshLogin) => {
    if ('cookie' in login) reply.header('set-cookie', settingCookie(login.cookie, isHttps(request)))
  }
  const clearCookie = (request: FastifyRequest, reply: FastifyReply) =>
    reply.header('set-cookie', clearingCookie(isHttps(request)))

  app.register(async routes => {
    routes.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (request.method === 'GET' || isOwnPage(request.headers, publicOrigin)) return
      const error = rejection('forbidden', 'Only the pages of this server may do that.')
      return reply.code(403).send({ error })
    })

    routes.get('/api/account', async (request, reply) => {
      const login = await desk.current(asker(request))
      if (login) setCookie(request, reply, login)
      return { account: login && told(login.account) }
    })

    routes.post('/api/account/sign-up', async (request, reply) => {
      const entry = Entry.safeParse(request.body, PLAINLY)
      if (!entry.success) return misread(reply, entry.error)
      const made = await desk.signUp(asker(request), entry.data)
      if (!made.ok) return refused(reply, made)
      setCookie(request, reply, made.value)
      return reply.code(201).send({ account: told(made.value.account) })
    })

    routes.post('/api/account/log-in', async (request, reply) => {
      const entry = Entry.safeParse(request.body, PLAINLY)
      if (!entry.success) return misread(reply, entry.error)
      const made = await desk.logIn(asker(request), entry.data)
      if (!made.ok) return refused(reply, made)
      setCookie(request, reply, made.value)
      return { account: told(made.value.account) }
    })

    routes.post('/api/account/log-out', async (request, reply) => {
      await desk.logOut(asker(request))
      clearCookie(request, reply)
      return {}
    })

    routes.post('/api/account/log-out-everywhere', async (request, reply) => {
      const done = await desk.logOutEverywhere(asker(request))
      if (!done.ok) return refused(reply, done)
      clearCookie(request, reply)
      return {}
    })

    routes.post('/api/account/password', async (request, reply) => {
      const change = Change.safeParse(request.body, PLAINLY)
      if (!change.success) return misread(reply, change.error)
      const changed = await desk.changePassword(asker(request), change.data)
      if (!changed.ok) return refused(reply, changed)
      setCookie(request, reply, changed.value)
      return {}
    })

    routes.put('/api/account/profile', async (request, reply) => {
      const profile = Profile.safeParse(request.body, PLAINLY)
      if (!profile.success) return misread(reply, profile.error)
      const account = await desk.hide(asker(request), profile.data.hidden)
      return account.ok ? { account: told(account.value) } : refused(reply, account)
    })

    routes.get('/api/account/data', async (request, reply) => {
      const everything = await desk.everything(asker(request))
      if (!everything.ok) return refused(reply, everything)
      reply.header('content-disposition', 'attachment; filename="dice-room-data.json"')
      reply.type('application/json; charset=utf-8')
      return JSON.stringify(everything.value, null, 2)
    })

    routes.delete('/api/account', async (request, reply) => {
      const farewell = Farewell.safeParse(request.body, PLAINLY)
      if (!farewell.success) return misread(reply, farewell.error)
      const removed = await desk.remove(asker(request), farewell.data.password)
      if (!removed.ok) return refused(reply, removed)
      clearCookie(request, reply)
      return {}
    })
  })
}

const asker = ({ headers, ip }: FastifyRequest): Asker => ({ headers, address: ip })

const told = ({ name, player, hidden, since }: Account) => ({ name, player, hidden, since })

/**
 * Whether a request comes from a page of this server, or from a program. A browser says where it comes from in at least
 * one of two ways; pages that are allowed to connect from elsewhere may still not act for whoever is logged in.
 */
export function isOwnPage(headers: IncomingHttpHeaders, publicOrigin: string | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return isAllowedOrigin(headers, publicOrigin === null ? [] : [publicOrigin])
}

function misread(reply: FastifyReply, error: z.ZodError) {
  // What was sent is not told again: it may be a password.
  const isUnknown = error.issues[0]?.code === 'unrecognized_keys'
  const message = isUnknown ? 'unknown fields' : complaintOf(error)
  return reply.code(400).send({ error: rejection('bad_request', message) })
}

function refused(reply: FastifyReply, { error, waitMs }: Refused) {
  if (waitMs !== undefined) reply.header('retry-after', Math.ceil(waitMs / 1000))
  return reply.code(statusOf(error)).send({ error })
}
