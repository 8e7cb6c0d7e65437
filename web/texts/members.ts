/** Words of members: finding each other 双找, reporting in 双报到, plates 亮身份, on the phone and at the desk. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const memberText = texts({
  zh: {
    title: '党员之家', intro: '找组织、报到、亮身份，都由您自己决定。', needHome: '先填住址', needHomeNote: '知道您住哪栋楼，才找得到您身边的组织。',
    organisations: '身边的组织', organisationsNote: '从近到远', noOrganisation: '这里还没有录入党组织', noOrganisationNote: '可以先登记，社区会联系您。', ask: (title: string, name: string) => `${title} ${name}`, call: (phone: string) => `打值班电话 ${phone}`,
    iAm: '我是党员，住在这里', iAmNote: '告诉组织一声，等它确认', me: '我的登记', stages: { formal: '正式党员', probationary: '预备党员' }, inService: '在职', relation: (where: string) => `组织关系在${where}`, noRelation: '没填组织关系',
    states: { waitsForOrganisation: '等组织确认', waitsForMember: '等您同意', confirmed: '已确认', returned: '被退回', left: '已转出' },
    stateNotes: { waitsForOrganisation: '书记或社区会看到，确认后告诉您。', waitsForMember: '组织登记了您，您同意才算数。', confirmed: '', returned: '改好可以再登记。', left: '想再登记，随时可以。' },
    reason: (words: string) => `理由：${words}`, again: '再登记一次', agree: '看告知，决定是否同意', withdraw: '撤回登记', withdrawTitle: '撤回登记？', withdrawAfter: '登记、报到卡和门牌马上删掉，不留底。以后想再登记，随时可以。', withdrawn: '已撤回，都删掉了', withdrawing: '正在撤回',
    card: '报到卡', cardNote: '在职党员到居住地报到', cardStates: { sent: '等社区接收', accepted: '社区已接收', returned: '被退回', ended: '已结束' }, sendCard: '填报到卡', noCard: '能帮什么、想做什么，填一张卡', feedback: '给单位的反馈单', feedbackNote: '自己看，自己打印',
    plate: '亮身份', plateLit: '门牌亮着', plateOff: '没亮', plateNote: '邻居扫门牌可以问您，看不到姓名和门牌号', plateFirst: '登记确认后可以亮', questions: '邻居的话', questionsNote: '邻居问我的，我问邻居的', looked: '谁看过我', lookedNote: '组织看您的姓名电话，都记着',
    saving: '正在发', send: '发出', done: '已发出', cancel: '不了',
  },
  en: {
    title: 'Members’ corner', intro: 'Finding your organisation, reporting in, showing yourself: each is for you to decide.', needHome: 'Enter your home first', needHomeNote: 'Then the organisations round it can be found.',
    organisations: 'Organisations near you', organisationsNote: 'nearest first', noOrganisation: 'No party organisation is entered here yet', noOrganisationNote: 'You can still enter yourself; the community will be in touch.', ask: (title: string, name: string) => `${title} ${name}`, call: (phone: string) => `Call the duty phone ${phone}`,
    iAm: 'I am a member and live here', iAmNote: 'Tell the organisation, which then confirms it', me: 'My entry', stages: { formal: 'Full member', probationary: 'Probationary member' }, inService: 'employed elsewhere', relation: (where: string) => `Relation with ${where}`, noRelation: 'No organisation named',
    states: { waitsForOrganisation: 'Waits to be confirmed', waitsForMember: 'Waits for you', confirmed: 'Confirmed', returned: 'Returned', left: 'Transferred' },
    stateNotes: { waitsForOrganisation: 'The secretary or the community sees it and will tell you.', waitsForMember: 'The organisation entered you; it counts once you agree.', confirmed: '', returned: 'Mend it and enter yourself again.', left: 'You may enter yourself again at any time.' },
    reason: (words: string) => `Reason: ${words}`, again: 'Enter again', agree: 'Read the notice and decide', withdraw: 'Take my entry back', withdrawTitle: 'Take it back?', withdrawAfter: 'Entry, report card and plate are deleted at once and not kept. You may enter yourself again at any time.', withdrawn: 'Taken back; all of it is deleted', withdrawing: 'Taking it back',
    card: 'Report card', cardNote: 'Members employed elsewhere report in where they live', cardStates: { sent: 'Waits for the community', accepted: 'Accepted', returned: 'Returned', ended: 'Ended' }, sendCard: 'Fill in a report card', noCard: 'What you can and want to do, on one card', feedback: 'Sheet for my unit', feedbackNote: 'Yours to read and to print',
    plate: 'My plate', plateLit: 'Lit', plateOff: 'Not lit', plateNote: 'Neighbours who scan it can ask you; they see no name and no door', plateFirst: 'Once your entry is confirmed', questions: 'Neighbours’ words', questionsNote: 'What neighbours asked me, and what I asked', looked: 'Who looked at me', lookedNote: 'Each time somebody opens your name or number',
    saving: 'Sending', send: 'Send', done: 'Sent', cancel: 'Not now',
  },
})

// prettier-ignore
export const joinText = texts({
  zh: {
    title: '我是党员，住在这里', agreeTitle: '组织登记了您', stage: '党员情况', where: '组织关系', here: '在身边的组织', elsewhere: '在别处', unknown: '还不清楚', which: '哪个组织', elsewhereName: '组织名称', elsewhereHint: '比如：区水务局机关党支部', inService: '您在别处上班吗', yes: '在职', no: '不在职',
    notice: '先看这几句', noticeLines: {
      who: '谁来用：社区，和您住处的党组织。', what: '记什么：正式还是预备、组织关系在哪、是否在职，还有报到卡上您自己填的。', why: '做什么用：知道您住在这里，请您参加身边的服务。不打分，不排名。', apart: '分开放：物业、邻居、单位都看不到，住户档案里也没有。', long: '存多久：到您撤回或转出为止。撤回当场删除。', free: '党员身份是敏感信息，要您单独同意。不同意，报修、求助、议事都不受影响。', seen: '谁看过您的姓名电话，在“谁看过我”里查得到。',
    },
    agree: '看过了，我同意', mustAgree: '看过告知，点“我同意”才能发', mustName: '写上组织名称', sent: '已发给组织，确认后告诉您', agreed: '已同意', agreeVerb: '同意登记', no2: '不同意，删掉',
  },
  en: {
    title: 'I am a member and live here', agreeTitle: 'The organisation entered you', stage: 'Membership', where: 'Organisational relation', here: 'With one near me', elsewhere: 'Elsewhere', unknown: 'I am not sure', which: 'Which one', elsewhereName: 'Name of the organisation', elsewhereHint: 'Its full name', inService: 'Are you employed elsewhere?', yes: 'Yes', no: 'No',
    notice: 'Please read this first', noticeLines: {
      who: 'Who uses it: the community, and the party organisations where you live.', what: 'What is kept: full or probationary, where your relation is, whether you are employed elsewhere, and what you write on a report card.', why: 'What for: to know that you live here and to ask you to take part. No scores and no ranks.', apart: 'Kept apart: not seen by the property company, by neighbours or by your unit, and not in the household’s file.', long: 'How long: until you take it back or transfer. Taking it back deletes it at once.', free: 'Membership is sensitive, so you are asked by itself. Saying no changes nothing about repairs, help or meetings.', seen: 'Who opened your name or number is listed under “Who looked at me”.',
    },
    agree: 'I have read it and agree', mustAgree: 'Read the notice and tick “I agree” first', mustName: 'Write the organisation’s name', sent: 'Sent; you will be told when it is confirmed', agreed: 'Agreed', agreeVerb: 'Agree', no2: 'No, delete it',
  },
})

// prettier-ignore
export const cardText = texts({
  zh: {
    title: '报到卡', intro: '填多少算多少，不想填的空着。', unit: '工作单位', unitHint: '只给社区看，不往外传', skills: '我能帮', freeTimes: '我有空', wants: '我想做', words: '还想说', wordsHint: '比如：周六上午最方便', tellsUnit: '每季度给单位一张反馈单', tellsUnitYes: '同意社区给单位', tellsUnitNote: '只写报到日期和岗位，不写走访了谁。不点就只有您自己能打印。', send: '发给社区', empty: '至少点一项，或写一句', sent: '已发给社区', end: '结束报到', endTitle: '结束报到？', endAfter: '社区不再按这张卡找您。以后可以再报到。', ended: '已结束', ending: '正在结束',
    sheet: '在职党员到社区报到反馈单', sheetFor: (unit: string) => `${unit || '单位'}：`, sheetBody: (name: string, community: string, day: string) => `贵单位${name}于 ${day} 到${community}报到。`, sheetAccepted: (day: string) => `社区 ${day} 接收。`, sheetPosts: '本季度担任的岗位', sheetNoPosts: '本季度没有担任岗位。', sheetSpan: (from: string, to: string) => `${from} 至 ${to}`, now: '今', quarter: (year: number, quarter: number) => `${year} 年第 ${quarter} 季度`, stamp: '（社区盖章）', print: '打印', pick: '哪个季度', sheetNote: '只有报到日期和岗位。服务时长要有服务记录才写。', notAccepted: '社区接收报到卡以后才有反馈单',
  },
  en: {
    title: 'Report card', intro: 'Fill in what you like and leave the rest.', unit: 'Where you work', unitHint: 'Only for the community', skills: 'I can help with', freeTimes: 'I have time', wants: 'I would like to', words: 'Anything else', wordsHint: 'For example: Saturday mornings are best', tellsUnit: 'A sheet for your unit each quarter', tellsUnitYes: 'The community may send it', tellsUnitNote: 'It says when you reported in and which posts you hold, nothing about households. If you do not tick it, only you can print it.', send: 'Send to the community', empty: 'Tick something or write a word', sent: 'Sent to the community', end: 'End reporting in', endTitle: 'End it?', endAfter: 'The community no longer calls on you by this card. You may report in again.', ended: 'Ended', ending: 'Ending',
    sheet: 'A member’s report to the community', sheetFor: (unit: string) => `To ${unit || 'the unit'}:`, sheetBody: (name: string, community: string, day: string) => `${name} of your unit reported in to ${community} on ${day}.`, sheetAccepted: (day: string) => `Accepted on ${day}.`, sheetPosts: 'Posts held this quarter', sheetNoPosts: 'No post was held this quarter.', sheetSpan: (from: string, to: string) => `${from} to ${to}`, now: 'today', quarter: (year: number, quarter: number) => `Quarter ${quarter}, ${year}`, stamp: '(Seal of the community)', print: 'Print', pick: 'Which quarter', sheetNote: 'Only the date and the posts. Hours are written once there are service records.', notAccepted: 'There is a sheet once the community has accepted your card',
  },
})

// prettier-ignore
export const plateText = texts({
  zh: {
    title: '亮身份', intro: '门牌挂在门口，扫一扫能问您。亮不亮、写什么，随您。', words: '门牌上写一句', wordsHint: '不写姓名、电话、门牌号', wordsExample: '有事喊一声，能帮就帮', canHelp: '能帮的事', preview: '别人看到的就是这些', shows: '看得到：小区、楼栋、这句话、能帮的事。', hides: '看不到：您的姓名、电话、门牌号。', light: '亮起来', change: '存下', putOut: '熄灭', putOutTitle: '熄灭门牌？', putOutAfter: '码马上失效，印出来的也扫不开了。', lit: '已亮', changed: '已改', out: '已熄灭', print: '打印门牌', saving: '正在存', first: '登记确认后可以亮身份', firstLink: '去登记', plateHead: '党员邻居', scan: '扫一扫，问这位邻居', size: '大小', sizes: { a6: 'A6 贴门上', a5: 'A5 放楼道' }, printNow: '打印', printNote: '打印时选“实际大小”。熄灭后这张就扫不开了。', qr: '门牌二维码',
    publicTitle: '党员邻居', can: '能帮', ask: '问这位邻居', askTitle: '问这位邻居', askWords: '想问什么', askHint: '对方看到您的昵称，看不到电话。别写紧急的事，急事打电话。', askSend: '发出', asked: '已发给邻居，回了会告诉您', signInFirst: '登录后可以问', gone: '这块门牌没亮', goneNote: '可能已经熄灭，或者码没扫全。', privacy: '门牌不写姓名、电话和门牌号。', needWords: '写两个字以上',
    inbox: '邻居的话', none: '还没有邻居来问', noneNote: '有人扫门牌问您，或您问了邻居，都在这里。', toMe: (who: string) => `${who}问您`, byMe: (where: string) => `您问${where}的邻居`, answer: '回答', answerHint: '对方只看到您的回答', passOn: '请他报给社区', passOnTitle: '请他报给社区？', passOnAfter: '会告诉对方：这件事报给社区更合适，一点就能报。', take: '撤回', takeTitle: '撤回这个问题？', takeAfter: '邻居不再看到它。', taken: '已撤回', answered: '已回答', passedOn: '已转告', more: '再早一些', status: { asked: '等回答', answered: '已回答', passedOn: '建议报给社区', withdrawn: '已撤回' }, report: '报给社区', reportNote: '邻居说，这件事报给社区更合适。',
  },
  en: {
    title: 'My plate', intro: 'A plate at your door that neighbours can scan to ask you. Whether, and what it says, is up to you.', words: 'A line on the plate', wordsHint: 'No name, number or door', wordsExample: 'Give me a shout; I help where I can', canHelp: 'I help with', preview: 'This is all that others see', shows: 'Shown: compound, building, this line, what you help with.', hides: 'Not shown: your name, number and door.', light: 'Light it', change: 'Save', putOut: 'Put it out', putOutTitle: 'Put the plate out?', putOutAfter: 'Its code stops at once, also on paper.', lit: 'Lit', changed: 'Saved', out: 'Put out', print: 'Print the plate', saving: 'Saving', first: 'Once your entry is confirmed', firstLink: 'Enter yourself', plateHead: 'Member neighbour', scan: 'Scan to ask this neighbour', size: 'Size', sizes: { a6: 'A6, for the door', a5: 'A5, for the hall' }, printNow: 'Print', printNote: 'Print at actual size. Once it is put out this sheet opens nothing.', qr: 'Code of the plate',
    publicTitle: 'A neighbour who is a member', can: 'Helps with', ask: 'Ask this neighbour', askTitle: 'Ask this neighbour', askWords: 'What would you like to ask?', askHint: 'They see your nickname, not your number. Nothing urgent here: call instead.', askSend: 'Send', asked: 'Sent; you will be told when they answer', signInFirst: 'Sign in to ask', gone: 'This plate is not lit', goneNote: 'It may have been put out, or the code was not scanned whole.', privacy: 'A plate shows no name, number or door.', needWords: 'Write two characters or more',
    inbox: 'Neighbours’ words', none: 'Nobody has asked yet', noneNote: 'What neighbours ask you by your plate, and what you ask them, stands here.', toMe: (who: string) => `${who} asks you`, byMe: (where: string) => `You asked a neighbour in ${where}`, answer: 'Answer', answerHint: 'They see only your answer', passOn: 'For the community', passOnTitle: 'Is it for the community?', passOnAfter: 'They are told that the community should know, and can report it with one tap.', take: 'Take back', takeTitle: 'Take the question back?', takeAfter: 'The neighbour no longer sees it.', taken: 'Taken back', answered: 'Answered', passedOn: 'Told them', more: 'Earlier', status: { asked: 'Waits', answered: 'Answered', passedOn: 'For the community', withdrawn: 'Taken back' }, report: 'Report it', reportNote: 'Your neighbour says that the community should know.',
  },
})

// prettier-ignore
export const membersText = texts({
  zh: {
    title: '党员', place: '换个地方', notYours: '这个地方不归您的岗位管', add: '登记党员', tabsLabel: '党员的几种看法', tabs: { roll: '名册', places: '按网格和楼栋', willing: '谁能做什么' },
    resident: '住在这里的', related: '组织关系在这里的', reported: '已报到', plates: '亮身份', platesNote: '只看得到数', inNoGrid: '楼栋不在网格里', inNoGridNote: '到网格页补上', formal: (count: number) => `正式 ${count}`, probationary: (count: number) => `预备 ${count}`, inServiceCount: (count: number) => `在职 ${count}`, cardsWaiting: (count: number) => `待接收 ${count}`, cardsReturned: (count: number) => `退回 ${count}`, formalHead: '正式', probationaryHead: '预备', inServiceHead: '在职',
    filterLabel: '只看', filters: { all: '全部', waiting: '等我们答复', gridTrouble: '网格不对', relationElsewhere: '关系在别处', livesElsewhere: '住在别处', noBranch: '没填组织', notReported: '在职未报到' },
    asks: { all: '', waiting: '本人登记和报到卡', gridTrouble: '一个网格一个支部，每人只在一个网格', relationElsewhere: '住在这里，组织关系在别处', livesElsewhere: '组织关系在这里，住在别处', noBranch: '组织关系还不清楚', notReported: '可以请他们报到' },
    none: { all: '还没有登记党员', filtered: '没有这样的' }, more: '后面的', back: '前面的', name: '姓名', phone: '手机号', phoneHint: '本人用它登录。已登记的人，姓名和手机号要对得上。', home: '住处', homeOf: '住哪一户', homeHint: '比如：8-2-301', relation: '组织关系', relationHere: '在本区', choose: '选一个', grid: '网格', building: '楼栋', byGrid: '按网格', byBuilding: '按楼栋', noHome: '没填住址', noGrid: '不在网格里', twoGrids: (names: string) => `跨两个：${names}`, card: '报到卡', state: '登记',
    states: { waitsForOrganisation: '等确认', waitsForMember: '等本人同意', confirmed: '已确认', returned: '已退回', left: '已转出' },
    member: '党员登记', foundBy: '怎么找到', found: { organisation: '组织找到', member: '本人找来', import: '名册导入' }, confirmedOn: '确认日期', answer: '答复', actions: { confirm: '确认', return: '退回', recordPaper: '已签纸质告知', change: '改登记', leave: '转出' }, wordsFor: { return: '为什么退回', leave: '为什么转出' }, needWords: '写一句理由', cancel: '不了', saving: '正在存', save: '存下', done: '已存下',
    agreed: '本人怎么同意的', agreedHint: '党员身份是敏感信息，本人同意才算数。', agreedBy: { paper: '纸质告知已签，留存在社区', ask: '在手机上问本人' }, sayAgreed: '先选本人怎么同意的', added: { paper: '已登记', ask: '已发给本人，同意后生效' }, fillPerson: '姓名和 11 位手机号都要填',
    cardActions: { accept: '接收', return: '退回', end: '结束' }, sentAt: (time: string) => `${time} 发来`, feedback: (quarter: string) => `${quarter}反馈单`,
    willing: '谁能做什么，什么时候有空', willingNote: '按已接收的报到卡', noCards: '还没有接收的报到卡', cell: (skill: string, time: string, count: number) => `${skill}，${time}，${count} 人`,
  },
  en: {
    title: 'Members', place: 'Another place', notYours: 'This place is not within your post', add: 'Enter a member', tabsLabel: 'Ways to look at members', tabs: { roll: 'Roll', places: 'By grid and building', willing: 'Who can do what' },
    resident: 'Live here', related: 'Relation is here', reported: 'Reported in', plates: 'Plates lit', platesNote: 'a count only', inNoGrid: 'Building in no grid', inNoGridNote: 'mend it with the grids', formal: (count: number) => `${count} full`, probationary: (count: number) => `${count} probationary`, inServiceCount: (count: number) => `${count} employed elsewhere`, cardsWaiting: (count: number) => `${count} waiting`, cardsReturned: (count: number) => `${count} returned`, formalHead: 'Full', probationaryHead: 'Probationary', inServiceHead: 'Employed elsewhere',
    filterLabel: 'Only', filters: { all: 'All', waiting: 'Waiting for us', gridTrouble: 'Grid is wrong', relationElsewhere: 'Relation elsewhere', livesElsewhere: 'Live elsewhere', noBranch: 'No organisation', notReported: 'Not reported in' },
    asks: { all: '', waiting: 'Claims and report cards', gridTrouble: 'One grid, one branch: each member in exactly one', relationElsewhere: 'Live here, relation elsewhere', livesElsewhere: 'Relation here, live elsewhere', noBranch: 'The relation is not known yet', notReported: 'They can be asked to report in' },
    none: { all: 'No member is entered yet', filtered: 'None like that' }, more: 'Next', back: 'Before', name: 'Name', phone: 'Mobile number', phoneHint: 'They sign in by it. For somebody known, name and number must agree.', home: 'Lives in', homeOf: 'Which home', homeHint: 'For example 8-2-301', relation: 'Relation', relationHere: 'In this district', choose: 'Choose one', grid: 'Grid', building: 'Building', byGrid: 'By grid', byBuilding: 'By building', noHome: 'no home entered', noGrid: 'in no grid', twoGrids: (names: string) => `in two: ${names}`, card: 'Report card', state: 'Entry',
    states: { waitsForOrganisation: 'To confirm', waitsForMember: 'Asked', confirmed: 'Confirmed', returned: 'Returned', left: 'Transferred' },
    member: 'A member', foundBy: 'Found by', found: { organisation: 'the organisation', member: 'the member', import: 'an imported roll' }, confirmedOn: 'Confirmed on', answer: 'Answer', actions: { confirm: 'Confirm', return: 'Return', recordPaper: 'Signed on paper', change: 'Change', leave: 'Transfer' }, wordsFor: { return: 'Why it is returned', leave: 'Why they leave' }, needWords: 'Write the reason', cancel: 'Not now', saving: 'Saving', save: 'Save', done: 'Saved',
    agreed: 'How did they agree?', agreedHint: 'Membership is sensitive: it counts once they agree.', agreedBy: { paper: 'Signed on paper, kept here', ask: 'Ask them on the phone' }, sayAgreed: 'Say how they agreed', added: { paper: 'Entered', ask: 'Sent to them; it counts once they agree' }, fillPerson: 'Name and an 11-digit number are needed',
    cardActions: { accept: 'Accept', return: 'Return', end: 'End' }, sentAt: (time: string) => `sent ${time}`, feedback: (quarter: string) => `Sheet for the unit, ${quarter}`,
    willing: 'Who can do what, and when', willingNote: 'from accepted report cards', noCards: 'No report card is accepted yet', cell: (skill: string, time: string, count: number) => `${skill}, ${time}: ${count}`,
  },
})
