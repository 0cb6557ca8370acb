#!/usr/bin/env python3
"""Checks the dice of a Dice Room with nothing but Python itself.

    python3 verify.py FILE...            transcripts, as /api/rooms/<code>/transcript gives them
    python3 verify.py --vectors FILE     the published vectors, to check this program itself

Exit code 0: yes, everything holds; 1: no, and why. What is checked is told in docs/fairness.md.
"""
import hashlib
import hmac
import json
import re
import sys
from types import SimpleNamespace

ENDS = ("game_over", "game_aborted")  # with them the secret is published
OPENS = ("player_joined", "visitor_joined", "game_started")  # the opening die is the room's own

class No(Exception):
    """Says what is wrong, and where."""

def need(condition, sentence):
    if not condition:
        raise No(sentence)

def sha256(data):
    return hashlib.sha256(data).digest()

def unhex(text, length):
    need(re.fullmatch("[0-9a-f]{%d}" % (2 * length), text), f"{text!r} is not {length} bytes in lower-case hex.")
    return bytes.fromhex(text)

def by_seat(fields, length):
    return {int(seat): unhex(text, length) for seat, text in fields.items()}

def entropy(seeds):
    """E: of every seat whose seed is used one byte seat and 16 bytes seed. Seats sort by number."""
    return sha256(b"".join(bytes([seat]) + seeds[seat] for seat in sorted(seeds)))

def input_text(room, deal, who, n, block, e):
    return f"diceroom/1\n{room}\n{deal}\n{who}\n{n}\n{block}\n{e.hex()}"

def block_of(secret, text):
    return hmac.new(secret, text.encode(), hashlib.sha256).digest()

def faces_of(secret, room, deal, who, n, e, count, sides):
    faces, block = [], 0
    while len(faces) < count:
        digest = block_of(secret, input_text(room, deal, who, n, block, e))
        # Bytes at the end of the 256 would favour some faces, and are skipped.
        faces += [byte % sides + 1 for byte in digest if byte < 256 - 256 % sides]
        block += 1
    return faces[:count]

class Room:
    def __init__(self, transcript):
        need(isinstance(transcript, dict) and transcript.get("version") == 1, "This is no transcript of version 1.")
        self.name, self.events = transcript.get("room"), transcript.get("events")
        need(isinstance(self.events, list) and self.events, "The transcript has no events.")
        self.waiting, self.deals, self.opening, self.ready, before = {}, [], None, None, None
        for seq, event in enumerate(self.events, 1):
            need(isinstance(event, dict) and isinstance(event.get("type"), str), f"Event {seq} cannot be read.")
            need(event.get("seq") == seq, f"Event {seq} is missing or out of order: there is {event.get('seq')}.")
            try:
                self.check_place(seq, event["type"], before)
                self.take_rolls(seq, event)
                getattr(self, "on_" + event["type"], lambda *_: None)(seq, event)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise No(f"Event {seq} ({event['type']}) cannot be read: {error!r}.") from None
            before = event["type"]
        said, is_whole = transcript.get("lastSeq"), transcript.get("complete") is True
        need(type(said) is int and said >= seq, f"lastSeq is {said}, and there are {seq} events.")
        need(said == seq and is_whole, f"The end is missing: of {said} events the transcript ends with event {seq}.")
        need(before not in ENDS or not self.ready, f"The transcript is cut off after event {seq}.")

    def check_place(self, seq, kind, before):
        number = (self.ready or self.opening or SimpleNamespace(number=None)).number
        need((seq == 1) == (kind == "room_created"), f"Event {seq} is {kind}: room_created is event 1, and no other.")
        need(before != "room_closed", f"Event {seq} comes after the room was closed.")
        need(kind != "room_closed" or not number, f"Event {seq} closes the room while deal {number} is open.")
        if before in ENDS and self.ready:
            self.ready.is_broken_off = before == "game_aborted"
            need(kind == "deal_closed", f"Event {seq} is {kind}, and should be the secret of deal {number}.")

    def take_rolls(self, seq, event):
        seat, deal, is_opening_die = event.get("seat"), self.ready, event["type"] in OPENS
        for roll in event.get("rolls", []):
            number, who, n, faces, count, sides = (roll[key] for key in "deal who n faces count sides".split())
            name = f"Event {seq}: roll {n} of {who} in deal {number}"
            own = re.fullmatch("v[1-9][0-9]*", who) if seat is None else who == str(seat)
            need(who == "-" or own and not is_opening_die, f"{name} is not in the stream of the event's own seat.")
            need(deal and deal.number == number, f"{name} is in a deal that is not ready or closed already.")
            need(n == deal.next.get(who, 0), f"{name} does not follow: roll {deal.next.get(who, 0)} is the next.")
            need(faces is not None or "secretTo" in roll, f"{name} is not shown.")
            can_be = faces is None or len(faces) == count <= 1000 and all(1 <= face <= sides for face in faces)
            need(can_be and 2 <= sides <= 256, f"{name} is of {count} dice of {sides} sides and cannot show {faces}.")
            deal.next[who] = n + 1
            deal.rolls.append((name, who, n, count, sides, faces))

    def take_chain(self, event):
        """From here on `left` secrets are committed to; the commitment is the hash of the first of them."""
        self.commitment, self.left = unhex(event["commitment"], 32), event["chainLength"]

    def on_room_created(self, seq, event):
        need(event["room"] == self.name, f"Event {seq} is of room {event['room']}, the transcript of {self.name}.")
        self.take_chain(event)

    def on_player_joined(self, seq, event, seal="seal"):
        if seal in event:
            self.waiting[event["seat"]] = unhex(event[seal], 32)
    on_seal_given = on_player_joined

    def on_player_left(self, seq, event):
        self.waiting.pop(event.get("seat"), None)
    on_player_removed = on_seat_moved = on_player_left

    def on_deal_opened(self, seq, event):
        number, seals, due = event["deal"], by_seat(event["seals"], 32), len(self.deals) + 1
        opens = f"Event {seq} opens deal {number}"
        need(number == due, f"{opens}, and deal {due} is the next.")
        need(not self.opening, f"{opens} while deal {due - 1} waits for its seeds.")
        is_used = due == 1 or self.deals[-1].rolls or self.deals[-1].is_broken_off
        need(is_used, f"{opens}, and nothing was rolled in deal {due - 1}.")
        for seat in {**seals, **self.waiting}:
            need(seat in seals, f"{opens} without the seal that was handed in by seat {seat}.")
            need(self.waiting.get(seat) == seals[seat], f"{opens} with a seal of seat {seat} that was not handed in.")
        deal = SimpleNamespace(number=number, seals=seals, seeds={}, missing=[], rolls=[], next={}, e=None)
        deal.is_broken_off, deal.follows, self.commitment, self.left = False, self.commitment, None, self.left - 1
        is_last = self.left == 0
        need(is_last == ("next" in event), f"{opens}: the last deal of a chain, and no other, brings the next.")
        if is_last:
            self.take_chain(event["next"])
        self.opening, self.waiting = deal, {}
        self.deals.append(deal)

    def on_seed_opened(self, seq, event):
        number, seat, seed, deal = event["deal"], event["seat"], unhex(event["seed"], 16), self.opening
        name = f"the seed of seat {seat} for deal {number}"
        need(deal and deal.number == number, f"Event {seq} opens {name}, which does not wait for seeds.")
        need(seat in deal.seals, f"Event {seq} opens {name}, and there is no seal of it.")
        need(seat not in deal.seeds, f"Event {seq} opens {name} a second time.")
        need(sha256(seed) == deal.seals[seat], f"Event {seq}: {name} does not match its seal.")
        deal.seeds[seat] = seed
        self.on_player_joined(seq, event, "nextSeal")

    def on_deal_ready(self, seq, event):
        number, seeds, deal = event["deal"], by_seat(event["seeds"], 16), self.opening
        need(deal and deal.number == number, f"Event {seq} makes deal {number} ready, which is not opening.")
        need(not self.ready, f"Event {seq} makes deal {number} ready before deal {number - 1} is closed.")
        for seat in {**seeds, **deal.seeds}:
            is_used = seeds.get(seat) == deal.seeds.get(seat)
            need(is_used, f"Event {seq}: deal {number} does not use just the seed that was opened by seat {seat}.")
        missing, due = sorted(event["missing"]), sorted(set(deal.seals) - set(seeds))
        need(missing == due, f"Event {seq}: deal {number} names {missing} as missing, and it should be {due}.")
        deal.missing, deal.e, self.opening, self.ready = due, entropy(seeds), None, deal
        print(f"deal {number}: seeds of seats {sorted(seeds)}, missing {due}")

    def on_deal_closed(self, seq, event):
        number, secret, deal = event["deal"], unhex(event["secret"], 32), self.ready
        need(deal and deal.number == number, f"Event {seq} closes deal {number}, which is not ready.")
        is_next = sha256(secret) == (deal.follows or self.before)
        need(is_next, f"Event {seq}: the secret of deal {number} is not the one that was committed to.")
        self.before, self.ready = secret, None
        for name, who, n, count, sides, found in deal.rolls:
            faces = faces_of(secret, self.name, number, who, n, deal.e, count, sides)
            print(f"  {name}: expected {faces}, found {found}")
            need(found == faces, f"{name} has to show {faces}, and is {found or 'not shown'}.")

def check_transcript(transcript):
    room = Room(transcript)
    for name, *_, found in room.ready.rolls if room.ready else []:
        print(f"  {name}: expected is known when the deal is closed, found {found or 'hidden'}")
    missing, rolls = (sum(len(getattr(deal, of)) for deal in room.deals) for of in ("missing", "rolls"))
    status = "finished" if room.deals and not (room.opening or room.ready) else "so far"
    return f"{status}: {rolls} rolls in {len(room.deals)} deals, {missing} seeds missing in all"

def check_vectors(vectors):
    secret, known = unhex(vectors["chain"]["root"], 32), vectors["chain"]["secrets"]
    for k in range(vectors["chain"]["length"], -1, -1):
        need(known.get(str(k), secret.hex()) == secret.hex(), f"s[{k}] is {secret.hex()}")
        secret = sha256(secret)
    need(all(sha256(unhex(v["seed"], 16)).hex() == v["seal"] for v in vectors["seals"]), "A seal differs.")
    need(all(entropy(by_seat(v["seeds"], 16)).hex() == v["entropy"] for v in vectors["entropy"]), "An E differs.")
    for v in vectors["rolls"]:
        secret, e, place = unhex(v["secret"], 32), unhex(v["entropy"], 32), (v["room"], v["deal"], v["who"], v["n"])
        for block, (text, digest) in enumerate(zip(v["inputs"], v["blocks"])):
            need(text == input_text(*place, block, e) and block_of(secret, text).hex() == digest, f"{v}")
        need(faces_of(secret, *place, e, v["count"], v["sides"]) == v["faces"], f"{v}")
    return f"{len(vectors['rolls'])} rolls as published"

check, files = check_transcript, sys.argv[1:]
if files[:1] == ["--vectors"]:
    check, files = check_vectors, files[1:]
failed = not files
for file in files:
    try:
        with open(file, encoding="utf-8") as opened:
            print(f"{file}: YES, {check(json.load(opened))}")
    except (No, OSError, ValueError, RecursionError) as why:
        print(f"{file}: NO. {why}")
        failed = True
sys.exit(failed)
