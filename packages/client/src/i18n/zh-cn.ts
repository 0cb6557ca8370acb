import type { Strings } from './en.ts'

export const zhCn: Strings = {
  'app.name': 'Dice Room',
  close: '关闭',
  seats: '座位',
  'seat.yourTurn': '轮到你了',
  'seat.away': '暂离',
  'seat.bot': '机器人',
  'seat.you': '你',
  'seat.invite': '邀请',
  'room.share': '分享链接',
  'connection.offline': '你已离线，座位为你保留。',
  'connection.catchingUp': '正在同步…',
  'talk.title': '聊天',
  'talk.say': '说点什么…',
  'dice.none': '还没有掷骰子',
  'dice.lie_one': '一颗骰子：{{faces}}',
  'dice.lie_other': '{{count}} 颗骰子：{{faces}}',
  'race.board': '棋盘，共 100 格',
  'race.start': '起点',
  'race.piece': '{{name}} 在第 {{square}} 格',
  'race.pieceAtStart': '{{name}} 在起点',
}
