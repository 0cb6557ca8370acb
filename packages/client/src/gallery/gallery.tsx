import '../ui/tokens.css'
import '../ui/font.css'
import '../ui/base.css'
import './gallery.css'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { RaceBoard } from '../games/race/race-board.tsx'
import { startI18n } from '../i18n/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Confetti } from '../ui/confetti.tsx'
import { ConnectionLine } from '../ui/connection-line.tsx'
import { DiceTray } from '../ui/dice/dice-tray.tsx'
import type { DieSides } from '../ui/dice/die.tsx'
import { handAngle } from '../ui/dice/hand.ts'
import { InlineError } from '../ui/inline-error.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { RoomCode } from '../ui/room-code.tsx'
import { SeatStrip, type SeatView } from '../ui/seat-strip.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { TableLayout } from '../ui/table-layout.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Tray } from '../ui/tray.tsx'
import { Wordmark } from '../ui/wordmark.tsx'

const params = new URLSearchParams(location.search)
const dice = Number(params.get('dice') ?? 5)
const sides = Number(params.get('sides') ?? 6) as DieSides
const race = params.get('game') === 'race'
const names = [
  'Ada',
  'Bo',
  '小林',
  'Roberta',
  'Maximiliane von Hohenfels',
  'Noor',
  'يوسف',
  'Kai',
  'Liv',
  'Zed',
]
const count = Number(params.get('seats') ?? 4)
if (params.get('theme')) document.documentElement.dataset.theme = params.get('theme') ?? ''
if (params.get('dir')) document.documentElement.dir = params.get('dir') ?? ''

const UP = [1, 38, 4, 14, 9, 31, 21, 42, 28, 84, 36, 44, 51, 67, 71, 91, 80, 100]
const DOWN = [16, 6, 47, 26, 49, 11, 56, 53, 62, 19, 64, 60, 87, 24, 93, 73, 95, 75, 98, 78]
const links = (flat: number[]) =>
  flat.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: flat[i + 1] ?? 0 }] : []))

function Gallery() {
  const { t } = useTranslation()
  const [throwNumber, setThrow] = useState(1)
  const [shaking, setShaking] = useState<'still' | 'shaking'>('still')
  const [sheet, setSheet] = useState(params.get('sheet') !== null)
  const [landed, setLanded] = useState('')
  const [place, setPlace] = useState({ from: 0, to: 0, via: undefined as number | undefined })
  const faces = Array.from({ length: dice }, (_, i) =>
    params.get('faces') === 'run' ? (i % sides) + 1 : ((throwNumber * 7 + i * 5 + ((i * i) % 7)) % sides) + 1,
  )
  const seats: SeatView[] = names.slice(0, count).map((name, seat) => ({
    seat,
    name,
    turn: seat === 0 ? 'acting' : 'waiting',
    presence: seat === 1 ? 'away' : 'here',
    score: race ? String(seat * 11) : ['3 450', '2 900', '4 100', '1 250'][seat],
    note: seat === 0 ? t('seat.yourTurn') : seat === 1 ? t('seat.away') : undefined,
    timeLeft: seat === 0 ? 0.7 : undefined,
  }))
  const roll = () => {
    setShaking('shaking')
    setTimeout(
      () => {
        setShaking('still')
        setThrow(throwNumber + 1)
        setPlace(last => (last.to === 0 ? { from: 0, via: 4, to: 14 } : { from: 14, via: 16, to: 6 }))
      },
      Number(params.get('lag') ?? 300),
    )
  }
  const tray = (
    <DiceTray
      throwKey={params.get('empty') ? null : `gallery:${throwNumber}`}
      faces={race ? faces.slice(0, 1) : faces}
      sides={sides}
      from={handAngle(Number(params.get('by') ?? 0), 0, 4)}
      hand={shaking}
      label={t('dice.lie', { count: dice, faces: faces.join(', ') })}
      onLanded={setLanded}
    />
  )
  return (
    <>
      <TableLayout
        title="Free roll, room K7M2QX"
        header={
          <>
            <Wordmark />
            <RoomCode
              game={race ? 'Race' : 'Free roll'}
              code="K7M2QX"
              label={t('room.share')}
              onShare={() => setSheet(true)}
            />
          </>
        }
        connection={
          <ConnectionLine
            state={(params.get('line') as 'fine' | null) ?? 'fine'}
            words={params.get('line') === 'offline' ? t('connection.offline') : t('connection.catchingUp')}
          />
        }
        seats={
          <SeatStrip
            label={t('seats')}
            seats={seats}
            invite={count < 10 ? { label: t('seat.invite'), onInvite: () => setSheet(true) } : undefined}
            onSeat={() => setSheet(true)}
          />
        }
        tray={
          race ? (
            <RaceBoard
              label={t('race.board')}
              startLabel={t('race.start')}
              ladders={links(UP)}
              slides={links(DOWN)}
              pieces={names.slice(0, Math.min(6, count)).map((name, seat) => ({
                seat,
                label: name,
                ...(seat === 0
                  ? place
                  : {
                      from: 0,
                      to: params.get('stack') ? 45 : seat < 3 ? ([0, 0, 36][seat] ?? 0) : 36 + seat * 7,
                    }),
              }))}
            >
              {tray}
            </RaceBoard>
          ) : (
            <Tray>
              {tray}
              {params.get('confetti') && (
                <Confetti colours={['var(--seat-0)', 'var(--seat-1)', 'var(--seat-4)']} />
              )}
            </Tray>
          )
        }
        said={
          <div>
            Ada rolled <strong>{faces.slice(0, 5).join(' ')}</strong>
            {params.get('error') && <InlineError message="It is Bo's turn." />}
          </div>
        }
        actions={
          <>
            <Button kind="secondary" onClick={() => setSheet(true)}>
              Talk
            </Button>
            <Button kind="action" onClick={roll} detail={race ? undefined : 'everybody may roll'}>
              Roll {dice} dice
            </Button>
          </>
        }
        talk={
          <section className="gallery-talk">
            <h2>{t('talk.title')}</h2>
            <TextField label={t('talk.say')} labelled="hidden" placeholder={t('talk.say')} />
          </section>
        }
      />
      <LiveRegion message={landed} />
      {sheet && (
        <Sheet title={t('talk.title')} closeLabel={t('close')} onClose={() => setSheet(false)}>
          <p>Nobody here yet. Send the link.</p>
          <TextField label="Your name" defaultValue="Ada" error="Somebody here is called Ada already." />
          <p>
            <Button kind="action">Save</Button> <Button kind="secondary">Cancel</Button>{' '}
            <Button kind="quiet">Leave</Button>{' '}
            <Button kind="secondary" disabled>
              No
            </Button>
          </p>
        </Sheet>
      )}
    </>
  )
}

await startI18n()
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Gallery />
    </StrictMode>,
  )
