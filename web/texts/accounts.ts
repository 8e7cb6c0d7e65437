/** Words of signing in and of the first administrator. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const accountsText = texts({
  zh: {
    title: '登录', welcome: (district: string) => `${district}邻里`, lead: '身边的事，拍一张就能报。谁在办、几时办好，都看得见。',
    byPhone: '手机号', byPassword: '工作人员', how: '怎么登录',
    phone: '手机号', phoneHint: '第一次用，收到验证码就算登记好了。', getCode: '获取验证码', sendingCode: '正在发送',
    codeSentTo: (phone: string) => `已发到 ${phone}`, code: '验证码', codeHint: '六位数字，5 分钟内有效', again: '重新获取', againIn: (seconds: number) => `${seconds} 秒后可重新获取`, otherPhone: '换个手机号',
    username: '账号', password: '密码', signIn: '登录', signingIn: '正在登录', show: '显示密码', hide: '不显示密码',
    demoTitle: '这是演示', demoNote: '区、小区、人和事都是编的，可以放心试。选一个人，一点就进：',
    onPhone: '在手机上', atDesk: '在工作台',
    roles: {
      resident: '居民', elder: '长辈', member: '党员', volunteer: '志愿者', buildingHead: '楼栋长', areaLead: '片长', gridWorker: '网格员', dutyOfficer: '值班岗',
      communityStaff: '受理岗', followUpStaff: '回访干部', compoundSecretary: '小区书记', branchSecretary: '支部书记', committeeChair: '业委会主任', unitUser: '单位', subdistrictSupervisor: '街道督办', districtSupervisor: '区督查', auditor: '审计', operator: '管理员',
    },
    firstTitle: '设置首位管理员', firstNote: '这个链接只能用一次。设好后直接进入工作台。', name: '姓名', newUsername: '账号（自己取，3 个字以上）', newPassword: '密码', passwordHint: '10 个字以上，别用常见的', create: '设好，进入工作台', creating: '正在设置',
    noToken: '链接不完整', noTokenNote: '请把 npm run admin 打印的地址完整复制过来。',
  },
  en: {
    title: 'Sign in', welcome: (district: string) => `${district} · Linli`, lead: 'Snap it, send it, and see who has it and by when.',
    byPhone: 'Mobile number', byPassword: 'Staff', how: 'How to sign in',
    phone: 'Mobile number', phoneHint: 'New here? The code registers you.', getCode: 'Get a code', sendingCode: 'Sending',
    codeSentTo: (phone: string) => `Sent to ${phone}`, code: 'Code', codeHint: 'Six digits, good for 5 minutes', again: 'Send again', againIn: (seconds: number) => `Again in ${seconds} s`, otherPhone: 'Another number',
    username: 'User name', password: 'Password', signIn: 'Sign in', signingIn: 'Signing in', show: 'Show password', hide: 'Hide password',
    demoTitle: 'This is a demo', demoNote: 'District, compounds, people and matters are invented: try anything. Choose a person, one tap and you are in:',
    onPhone: 'On the phone', atDesk: 'At the desk',
    roles: {
      resident: 'Resident', elder: 'Elder', member: 'Party member', volunteer: 'Volunteer', buildingHead: 'Building head', areaLead: 'Area lead', gridWorker: 'Grid worker', dutyOfficer: 'Duty post',
      communityStaff: 'Intake desk', followUpStaff: 'Follow-up', compoundSecretary: 'Compound secretary', branchSecretary: 'Branch secretary', committeeChair: 'Committee chair', unitUser: 'Unit', subdistrictSupervisor: 'Subdistrict supervisor', districtSupervisor: 'District supervisor', auditor: 'Auditor', operator: 'Operator',
    },
    firstTitle: 'The first administrator', firstNote: 'This link works once. You go straight to the console afterwards.', name: 'Name', newUsername: 'User name (3 characters or more)', newPassword: 'Password', passwordHint: '10 characters or more, not a common one', create: 'Done, open the console', creating: 'Setting up',
    noToken: 'The link is incomplete', noTokenNote: 'Copy the whole address that npm run admin printed.',
  },
})
