"""Plays a whole race over plain WebSocket, /ws/v1; written from docs/protocol.md. Needs Python 3.9 and the library
websockets (`apt install python3-websockets`, or `pip install websockets`).

    python3 docs/bot.py http://localhost:3000            opens a room and plays alone
    python3 docs/bot.py http://localhost:3000 2          opens a room, says its code, and plays when two are there
    python3 docs/bot.py http://localhost:3000 ABC234     joins the room ABC234, whose host starts
"""
import asyncio
import json
import sys
import websockets


class Bot:
    def __init__(self, url, wish="1"):
        self.url, self.hello = url.replace("http", "ws", 1).rstrip("/") + "/ws/v1", {"type": "hello"}
        self.players, self.room = (int(wish), None) if len(wish) == 1 else (0, wish)
        self.asked, self.unanswered, self.seq, self.names, self.places = 0, {}, 0, {}, None

    async def play(self):
        while self.places is None:
            try:
                async with websockets.connect(self.url) as self.line:
                    await self.line.send(json.dumps(self.hello))
                    while self.places is None:
                        await self.hear(json.loads(await asyncio.wait_for(self.line.recv(), 15)))
            except (OSError, asyncio.TimeoutError, websockets.WebSocketException) as lost:
                print(f"not connected, trying again: {lost!r}", file=sys.stderr)
                await asyncio.sleep(1)

    async def ask(self, request, **payload):
        self.asked += 1  # also the command's id: however often it is sent under it, it acts once
        own = {} if request in ("legal_moves", "sync") else {"id": f"bot-{self.asked}"}
        self.unanswered[self.asked] = json.dumps({"type": request, "ref": self.asked, **own, **payload})
        await self.line.send(self.unanswered[self.asked])

    async def hear(self, message):
        kind, code = message["type"], message.get("error", {}).get("code")
        if kind == "welcome":
            self.hello["token"] = message["token"]  # with it the next connection is the same player's
            for request in self.unanswered.values():
                await self.line.send(request)
            if self.room:
                await self.ask("join_room", **{"room": self.room, "as": "player", "since": self.seq})
            elif not self.unanswered:
                await self.ask("create_room", game="race", private=True)
        elif code in ("rate_limited", "storage_unavailable") and kind == "answer":
            await asyncio.sleep(1)
            await self.line.send(self.unanswered[message["ref"]])
        elif code and code not in ("stale", "not_your_turn", "game_in_progress"):
            sys.exit(f"{code}: {message['error']['message']}")
        else:
            self.unanswered.pop(message.get("ref"), None)
            await (self.ask("legal_moves", room=self.room) if code else self.learn(message))

    async def learn(self, told):
        seq, events = told.get("seq", 0), [one for one in told.get("events", []) if one["seq"] > self.seq]
        if self.room is None and "room" in told:
            self.room = told["room"]
            print("room", self.room, flush=True)
            await self.ask("join_room", **{"room": self.room, "as": "player"})
        elif told.get("moves"):
            await self.ask("move", room=self.room, move=told["moves"][0], seen=seq)
        elif "state" in told and seq > self.seq:
            events = [{**seat, "type": "player_joined", "seq": seq} for seat in told["state"]["seats"] if seat]
            self.places = (told["state"]["outcome"] or {}).get("places")
        elif told.get("rooms", {}).get(self.room, 0) > self.seq or events and events[0]["seq"] > self.seq + 1:
            return await self.ask("sync", room=self.room, since=self.seq)  # something is missing
        self.names.update({one["seat"]: one["name"] for one in events if one["type"] == "player_joined"})
        for event in events:
            self.seq, self.places = event["seq"], event.get("outcome", {}).get("places", self.places)
        if events and self.places is None:
            starts = events[-1]["type"] == "player_joined" and len(self.names) == self.players
            await self.ask("start_game" if starts else "legal_moves", room=self.room)


bot = Bot(*sys.argv[1:])
asyncio.run(bot.play())
print(" and ".join(bot.names[seat] for seat in bot.places[0]), "won in room", bot.room)
