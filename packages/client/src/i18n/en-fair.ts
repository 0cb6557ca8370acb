import { REASONS, type ReasonCode } from '@diceroom/shared/fairness/reasons.ts'

/** What a transcript is refused for, one sentence each, with i18next's braces. */
type Refusals = { readonly [Code in ReasonCode as `verify.no.${Code}`]: string }

// `fromEntries` forgets which keys there are.
const refusals: Refusals = Object.assign(
  Object.create(null),
  ...Object.entries(REASONS).map(([code, text]) => ({
    [`verify.no.${code}`]: text.replace(/\{(\w+)\}/g, '{{$1}}'),
  })),
)

/** The sentences about dice that can be checked. */
export const enFair = {
  ...refusals,

  'fair.dice': 'The dice of this table',
  'fair.seal': 'The dice: {{words}}',
  'fair.committed': 'Sealed',
  'fair.sealedBy_one': 'Sealed by {{count}} player',
  'fair.sealedBy_other': 'Sealed by {{count}} players',
  'fair.checking': 'Checking the dice …',
  'fair.checked_one': '{{count}} roll checked, none changed',
  'fair.checked_other': '{{count}} rolls checked, none changed',
  'fair.wrong': 'These dice do not check out.',
  'fair.warned': 'Something is odd with the dice.',

  'fair.means.none':
    'Before anybody came, the server locked away the secret that all dice of this table will come from: it cannot change it any more.',
  'fair.means.alone':
    'The server locked away its secret before anybody came: it cannot change a die any more, and when this deal is over everybody can check that.',
  'fair.means.with_one':
    'The server locked away its secret before anybody came, and {{count}} player mixed in a number of their own: neither of them could choose these dice, and when the deal is over everybody can check them.',
  'fair.means.with_other':
    'The server locked away its secret before anybody came, and {{count}} players mixed in numbers of their own: nobody could choose these dice, and when the deal is over everybody can check them.',
  'fair.means.but_one':
    'The server locked away its secret before anybody came, and {{count}} player mixed in a number of their own: nobody can change these dice, and when the deal is over everybody can check them.',
  'fair.means.but_other':
    'The server locked away its secret before anybody came, and {{count}} players mixed in numbers of their own: nobody can change these dice, and when the deal is over everybody can check them.',
  'fair.means.missing_one':
    '{{count}} seat did not answer in time, so the server could have picked between {{outcomes}} outcomes.',
  'fair.means.missing_other':
    '{{count}} seats did not answer in time, so the server could have picked between {{outcomes}} outcomes.',
  'fair.means.soon': 'Players mix in numbers of their own from the next deal on.',
  'fair.means.checked':
    'This device has worked out again every die of the deals that are over: {{rolls}} in {{deals}}. None was changed.',
  'fair.means.wrong':
    'These dice do not check out: what the server says of them now does not fit what it had promised, or what this browser has seen.',
  'fair.means.notYet': 'Nothing can be checked before the first deal is over; then it is checked by itself.',
  'fair.means.stuck': 'The record of this table cannot be fetched right now.',
  'fair.retry': 'Try again',
  'fair.askOperator': 'Ask whoever runs this server what happened, and keep the record.',

  'fair.warning.seal_left_out': 'Deal {{deal}} was opened without the seal that this browser had handed in.',
  'fair.warning.seal_not_handed_in':
    'Deal {{deal}} was opened with a seal for your seat that this browser has not handed in.',
  'fair.warning.seed_left_out':
    'The server had your number in time, and deal {{deal}} was played without it: your seat is wrongly listed as missing.',
  'fair.warning.commitment_changed':
    'The server shows another fingerprint of its secret than when this browser first came here.',

  'fair.deal.now': 'This deal',
  'fair.deal.last': 'The last deal',
  'fair.deal.number': 'Deal {{deal}}',
  'fair.deal.opening': 'waits for seeds',
  'fair.deal.ready': 'in play',
  'fair.deal.closed': 'over',
  'fair.deal.rolls_one': '{{count}} roll',
  'fair.deal.rolls_other': '{{count}} rolls',
  'fair.deal.deals_one': '{{count}} deal',
  'fair.deal.deals_other': '{{count}} deals',
  'fair.deal.seeds_one': '{{count}} seed',
  'fair.deal.seeds_other': '{{count}} seeds',
  'fair.deal.missing_one': '{{count}} missing',
  'fair.deal.missing_other': '{{count}} missing',
  'fair.deal.commitment': 'Fingerprint of the server’s first secret',
  'fair.deal.before': 'What the secret of this deal has to hash to',
  'fair.deal.beforeOpen': 'the secret of the deal before, which is still in play',
  'fair.deal.secret': 'The server’s secret',
  'fair.deal.secretLater': 'locked away until this deal is over',
  'fair.deal.entropy': 'The players’ seeds, mixed (E)',
  'fair.deal.entropyLater': 'comes when the seeds are there',
  'fair.deal.players': 'What the players put in',
  'fair.deal.nobody': 'Nobody had sealed a seed for this deal.',
  'fair.deal.seat': 'Seat {{seat}}',
  'fair.deal.theSeal': 'seal',
  'fair.deal.seed': 'seed',
  'fair.deal.seedWaits': 'not opened yet',
  'fair.deal.seedMissing': 'missing: not opened in time',
  'fair.deal.rollList': 'Rolls',
  'fair.deal.noRolls': 'Nothing was rolled yet.',
  'fair.deal.more_one': 'Show {{count}} more',
  'fair.deal.more_other': 'Show {{count}} more',

  'fair.roll.table': 'The table',
  'fair.roll.ofSeat': '{{name}} (seat {{seat}})',
  'fair.roll.ofTable': 'the table itself',
  'fair.roll.hidden': 'hidden',
  'fair.roll.number': 'roll {{n}}',
  'fair.roll.right': 'checked',
  'fair.roll.wrong': 'wrong',
  'fair.roll.later': 'can be checked when the deal is over',
  'fair.roll.kind': '{{count}} × d{{sides}}',
  'fair.roll.input': 'Input of the HMAC',
  'fair.roll.inputMore': 'Input of the HMAC, block {{block}}',
  'fair.roll.expected': 'Expected',
  'fair.roll.found': 'Found',
  'fair.roll.event': 'Event {{seq}}',

  'fair.figures': 'How the dice fell',
  'fair.figures.none': 'Nothing was rolled yet.',
  'fair.figures.sides': 'Dice of {{sides}} sides',
  'fair.figures.dice_one': '{{count}} die',
  'fair.figures.dice_other': '{{count}} dice',
  'fair.figures.picture': 'How often each face of {{count}} dice of {{sides}} sides turned up: {{faces}}',
  'fair.chi.few':
    'Too few to say anything: fair dice look uneven too, at first. About {{enough}} dice would do.',
  'fair.chi.ordinary': 'Nothing unusual: fair dice are as uneven as this in {{percent}} of 100 cases.',
  'fair.chi.aLittle': 'A little unusual: fair dice are as uneven as this 1 time in {{oneIn}}.',
  'fair.chi.uneven': 'Unusual: fair dice are as uneven as this only 1 time in {{oneIn}}.',
  'fair.chi.very':
    'Very unusual: fair dice are as uneven as this only 1 time in {{oneIn}}. A reason to look closer.',
  'fair.chi.even': 'Strangely even: fair dice are as even as this only 1 time in {{oneIn}}.',
  'fair.chi.numbers_one': 'chi-square {{statistic}}, {{count}} degree of freedom, p = {{p}}',
  'fair.chi.numbers_other': 'chi-square {{statistic}}, {{count}} degrees of freedom, p = {{p}}',
  'fair.chi.proves': 'Counting never proves that dice are fair. Working out every die again does.',

  'fair.luck': 'Luck',
  'fair.luck.why': 'How far above or below the average somebody rolled; high counts as lucky.',
  'fair.luck.few': 'too few dice to say',
  'fair.luck.asExpected': 'as expected',
  'fair.luck.littleUp': 'a little luckier than expected',
  'fair.luck.up': 'luckier than expected',
  'fair.luck.muchUp': 'much luckier than expected',
  'fair.luck.farUp': 'amazingly lucky',
  'fair.luck.littleDown': 'a little unluckier than expected',
  'fair.luck.down': 'unluckier than expected',
  'fair.luck.muchDown': 'much unluckier than expected',
  'fair.luck.farDown': 'amazingly unlucky',
  'fair.luck.numbers_one': '{{count}} die, sum {{sum}}, expected {{expected}}, z = {{z}}',
  'fair.luck.numbers_other': '{{count}} dice, sum {{sum}}, expected {{expected}}, z = {{z}}',

  'fair.self': 'Check it yourself',
  'fair.self.download': 'Take the record of this table as JSON:',
  'fair.self.run': 'Take the checker, 200 lines of Python that anybody can read, and run',
  'fair.self.prints':
    'It prints what every roll had to show and did show, and ends with YES, or with NO and why.',
  'fair.self.checker': 'verify.py',
  'fair.self.page': 'Check everything on this device',
  'fair.self.how': 'How this works',

  'verify.titleOf': 'Check the dice of table {{code}}',
  'verify.fetching': 'Fetching the record …',
  'verify.checking': 'Checking event {{done}} of {{total}} …',
  'verify.progress': 'How much is checked',
  'verify.yes': 'Every die of this table was checked: {{rolls}} in {{deals}}. None was changed.',
  'verify.soFar':
    'So far every die was checked: {{rolls}} in {{deals}}. None was changed. The deal in play can be checked when it is over.',
  'verify.nothingYet':
    'So far nothing is wrong. The first deal is still in play: its dice can be checked when it is over.',
  'verify.noDice': 'Nothing is wrong, and nothing was rolled.',
  'verify.no.head.record': 'No: the record is not whole.',
  'verify.no.head.secrets': 'No: the server has not kept to its secrets.',
  'verify.no.head.seeds': 'No: what the players put in was not used as it had to be.',
  'verify.no.head.dice': 'No: a die was changed or left out.',
  'verify.no.head.rules': 'No: the game did not go by its rules.',
  'verify.no.head.seen': 'No: this browser has seen something else.',
  'verify.missing_one': '{{count}} seed is missing in all.',
  'verify.missing_other': '{{count}} seeds are missing in all.',
  'verify.noneMissing': 'No seed is missing.',
  'verify.noSeeds': 'No player has put in a number: the dice follow from the server’s secret alone.',
  'verify.warnings': 'And yet',
  'verify.steps': 'What was checked',
  'verify.step.record': 'The record is whole, from the first event to the last',
  'verify.step.secrets': 'Each secret is the one that was committed to before',
  'verify.step.seeds': 'Each seed is the one that its player had sealed',
  'verify.step.dice': 'Each die follows from secret, seeds and number',
  'verify.step.rules': 'Each game went by its rules, to its outcome',
  'verify.step.seen': 'All is as this browser saw it',
  'verify.step.record.found_one': '{{count}} event',
  'verify.step.record.found_other': '{{count}} events',
  'verify.step.secrets.found_one': '{{count}} secret published',
  'verify.step.secrets.found_other': '{{count}} secrets published',
  'verify.step.games_one': '{{count}} game played again',
  'verify.step.games_other': '{{count}} games played again',
  'verify.step.freeRoll': 'played again',
  'verify.step.notHere': 'this browser was not at the table',
  'verify.step.yes': 'holds',
  'verify.step.no': 'does not hold',
  'verify.step.open': 'not looked at to the end',
  'verify.step.waiting': 'waits',
  'verify.deals': 'Deal by deal',
  'verify.file': 'Check a file',
  'verify.fileWhy': 'Drop a record (JSON) anywhere on this page, or choose one: it never leaves this device.',
  'verify.fileChoose': 'Choose a file',
  'verify.fileDrop': 'Let go to check this file',
  'verify.fileOf': 'From the file {{name}}',
  'verify.fileTable': 'table {{code}}',
  'verify.fileUnreadable': 'No: this is not a record.',
  'verify.fileUnreadableWhy': 'The file {{name}} is not JSON.',
  'verify.again': 'Check again',
  'verify.back': 'Check what the server has',
  'verify.toTable': 'To the table',
  'verify.broken': 'The check could not be finished',
  'verify.brokenWhy': 'The page itself has failed here: {{message}}',
  'verify.unreachable': 'The record cannot be fetched',

  'fairness.title': 'Dice that anybody can check',
  'fairness.lead':
    'The server rolls, and yet you do not have to believe it. It works like a bet with closed envelopes, and a computer can do that in a blink.',
  'fairness.steps': 'In four steps',
  'fairness.step1': 'The server locks away a secret',
  'fairness.step1.text':
    'When a table is made, before anybody comes, the server thinks up a huge secret number. It shows everybody its fingerprint. From a fingerprint nobody can find the secret; but if somebody shows a secret later, everybody can see whether it is the one.',
  'fairness.step2': 'Every player seals a number',
  'fairness.step2.text':
    'Your browser thinks up a number too, keeps it, and hands in only its fingerprint: a sealed envelope. Only when all envelopes are on the table are they opened. So nobody, and no friend of the server, can pick a number that suits the others’.',
  'fairness.step3': 'All of it together makes the dice',
  'fairness.step3.text':
    'Secret, numbers and the number of the roll go through a mixer that every computer has and nobody can steer. Change one letter of anything, and all dice are different. The same things always give the same dice.',
  'fairness.step4': 'In the end the secret is shown',
  'fairness.step4.text':
    'When the game is over the server has to show its secret. Your browser looks whether it fits the fingerprint, and works out every single die again, by itself. If one had been changed, a red seal would say so, and which.',

  'fairness.try': 'Try it',
  'fairness.try.why':
    'This is the real calculation, done on this device. Change anything, and see what happens to the dice.',
  'fairness.try.secret': 'The server’s secret',
  'fairness.try.seed': '{{name}}’s number',
  'fairness.try.n': 'Number of the roll',
  'fairness.try.fewer': 'The roll before',
  'fairness.try.more': 'The next roll',
  'fairness.try.fingerprint': 'Fingerprint of the secret, shown at the start',
  'fairness.try.seal': '{{name}}’s seal',
  'fairness.try.mixed': 'Both numbers, mixed (E)',
  'fairness.try.input': 'What goes into the mixer (HMAC-SHA256, with the secret as its key)',
  'fairness.try.bytes': 'The first bytes that come out, and the dice',
  'fairness.try.byte': 'Byte',
  'fairness.try.rest': 'Remainder by 6',
  'fairness.try.die': 'Die',
  'fairness.try.skipped': 'skipped',
  'fairness.try.fair':
    'A byte is a number from 0 to 255. From 252 on it is skipped: 252 numbers share out evenly among six faces, 42 for each, and 256 would not.',
  'fairness.try.dice': 'The dice: {{faces}}',

  'fairness.proves': 'What this proves',
  'fairness.proves.1': 'The server fixed its secret before it knew anything about the players.',
  'fairness.proves.2':
    'Every die follows from that secret and the players’ numbers. None was changed, left out or rolled again.',
  'fairness.proves.3': 'Each face of a die is exactly as likely as any other.',
  'fairness.proves.4':
    'If no seed is missing, nobody chose the dice: not the server, and not all players but one together with it.',
  'fairness.limits': 'What it does not prove',
  'fairness.limits.1':
    'Whoever runs the server could know the dice beforehand, and tell a friend who plays. They cannot choose them.',
  'fairness.limits.2':
    'If somebody’s browser does not answer in time, the game starts without their number. For each one that is missing the server could have picked between two outcomes; so the page counts and shows them.',
  'fairness.limits.3':
    'If nobody has put in a number, as in the first rolls of a free table, the dice were fixed before anybody came; but by the server alone.',
  'fairness.limits.4':
    'The page that checks comes from this server, too. Who does not trust it takes the checker and runs it themselves, or reads how it works and writes their own.',

  'fairness.ever': 'Every die this server ever rolled',
  'fairness.ever.loading': 'Counting …',
  'fairness.ever.none': 'No die was rolled here yet.',
  'fairness.ever.unreachable': 'The server does not say right now.',
  'fairness.ever.which': 'Which dice',
  'fairness.ever.die': 'd{{sides}}',
  'fairness.check': 'Check it yourself',
  'fairness.check.text':
    'Every table has a page that checks it, behind the seal next to its dice. Or take the record of a table and the checker, and run it on your own computer:',
} as const
