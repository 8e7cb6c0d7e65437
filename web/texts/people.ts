/** Words of posts, people and organisations. */
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const postKindText: Record<'zh' | 'en', Record<PostKind, string>> = {
  zh: { member: '党员', volunteer: '志愿者', buildingHead: '楼栋长', areaLead: '片长', gridLead: '网格长', gridWorker: '网格员', gridInformant: '网格信息员', dutyOfficer: '值班岗', communityStaff: '社区受理岗', followUpStaff: '回访干部', compoundSecretary: '小区书记', branchSecretary: '支部书记', groupLead: '党小组长', anchorHousehold: '党员中心户', instructor: '党建指导员', committeeChair: '业委会主任', committeeMember: '业委会委员', unitUser: '单位经办人', subdistrictSupervisor: '街道督办', districtSupervisor: '区督办', auditor: '审计', operator: '系统管理员' },
  en: { member: 'Party member', volunteer: 'Volunteer', buildingHead: 'Building head', areaLead: 'Area lead', gridLead: 'Grid lead', gridWorker: 'Grid worker', gridInformant: 'Grid informant', dutyOfficer: 'Duty officer', communityStaff: 'Community staff', followUpStaff: 'Call-back staff', compoundSecretary: 'Compound secretary', branchSecretary: 'Branch secretary', groupLead: 'Group lead', anchorHousehold: 'Anchor household', instructor: 'Party instructor', committeeChair: 'Committee chair', committeeMember: 'Committee member', unitUser: 'Unit’s user', subdistrictSupervisor: 'Subdistrict supervisor', districtSupervisor: 'District supervisor', auditor: 'Auditor', operator: 'Operator' },
}
// prettier-ignore
export const organisationKindText: Record<'zh' | 'en', Record<OrganisationKind, string>> = {
  zh: { partyOrganisation: '党组织', community: '社区', propertyCompany: '物业公司', ownersCommittee: '业委会', managementCommittee: '物管会', department: '职能部门', allianceUnit: '共建单位', alliance: '党建联盟', selfManagementGroup: '自管小组', volunteerTeam: '志愿队', shop: '商户', serviceCentre: '党群服务中心', developer: '开发单位' },
  en: { partyOrganisation: 'Party organisation', community: 'Community', propertyCompany: 'Property company', ownersCommittee: 'Owners’ committee', managementCommittee: 'Management committee', department: 'Department', allianceUnit: 'Alliance unit', alliance: 'Alliance', selfManagementGroup: 'Self-management group', volunteerTeam: 'Volunteer team', shop: 'Shop', serviceCentre: 'Service centre', developer: 'Developer' },
}

// prettier-ignore
export const peopleText = texts({
  zh: {
    title: '人员与岗位', tabs: '人员与岗位的几页', posts: '谁负责', people: '人员', organisations: '组织', more: '再看一些', cancel: '取消', saving: '正在保存', none: '没有符合的',
    find: '找岗位、组织或地方', byPlace: '这个地方谁负责', placeHint: '写小区、网格或楼栋', allKinds: '全部岗位', kind: '岗位类别', place: '地方', post: '岗位', organisation: '所在组织', holders: '在岗', vacant: '空缺', since: (day: string) => `${day} 起`, until: (day: string) => `到 ${day}`,
    newPost: '新建岗位', postTitle: '岗位名称', makePost: '建好', madePost: '岗位已建', noOrganisation: '不属于组织', fillPost: '类别、名称和地方都要填',
    appoint: '任命', appointTitle: (post: string) => `任命：${post}`, whom: '给谁', whomHint: '写全名、姓，或手机后四位；找到后选一人', from: '从哪天起', to: '到哪天', appointed: '已任命，权限马上有', pickPerson: '先选一人',
    endTerm: '结束', endTitle: '结束任期', endAfter: (name: string, post: string) => `${name}不再担任${post}，权限今天就停。手上的事留在岗位，不跟人走。`, ended: '已结束',
    findPerson: '全名、姓、手机号或后四位', name: '姓名', phone: '手机', home: '住处', postsHeld: '岗位', state: '登录', enabled: '正常', disabled: '已停用', enter: '录入人员', enterTitle: '录入人员', enterHint: '录入后本人用手机验证码登录。', entered: '已录入', fullName: '全名', mobile: '手机号', save: '保存', fillPerson: '姓名和 11 位手机号都要填',
    disable: '停用', enable: '恢复', disableTitle: '停用登录', disableAfter: (name: string) => `${name}马上退出所有设备，不能再登录。岗位还在，要另外结束任期。`, enableTitle: '恢复登录', enableAfter: (name: string) => `${name}可以重新登录。`, done: '已保存',
    account: '给账号', accountTitle: (name: string) => `${name}的账号`, username: '账号', password: '初始密码', passwordHint: '至少 10 位；保存后本人所有设备要重新登录。', fillAccount: '账号至少 3 位，密码至少 10 位', more2: '更多',
    handles: '可派单', duty: (phone: string) => `值班 ${phone}`, postCount: (count: number) => `${count} 个岗位`, tree: '组织树', readOnly: '改动由系统管理员办理',
  },
  en: {
    title: 'People and posts', tabs: 'Pages of people and posts', posts: 'Who answers', people: 'People', organisations: 'Organisations', more: 'Show more', cancel: 'Cancel', saving: 'Saving', none: 'Nothing like that',
    find: 'Find a post, organisation or place', byPlace: 'Who answers for this place', placeHint: 'A compound, grid or building', allKinds: 'All kinds', kind: 'Kind of post', place: 'Place', post: 'Post', organisation: 'Organisation', holders: 'Held by', vacant: 'vacant', since: (day: string) => `since ${day}`, until: (day: string) => `until ${day}`,
    newPost: 'New post', postTitle: 'Title', makePost: 'Make it', madePost: 'The post is made', noOrganisation: 'In no organisation', fillPost: 'Kind, title and place are needed',
    appoint: 'Appoint', appointTitle: (post: string) => `Appoint: ${post}`, whom: 'Whom', whomHint: 'Full name, surname or the last four digits; then choose one', from: 'From', to: 'Until', appointed: 'Appointed; rights follow at once', pickPerson: 'Choose a person first',
    endTerm: 'End', endTitle: 'End the term', endAfter: (name: string, post: string) => `${name} no longer holds ${post}; the rights end today. Open work stays with the post.`, ended: 'Ended',
    findPerson: 'Full name, surname, number or its last four digits', name: 'Name', phone: 'Phone', home: 'Home', postsHeld: 'Posts', state: 'Access', enabled: 'open', disabled: 'closed', enter: 'Enter a person', enterTitle: 'Enter a person', enterHint: 'They then sign in by a code to their phone.', entered: 'Entered', fullName: 'Full name', mobile: 'Mobile number', save: 'Save', fillPerson: 'Name and an 11-digit number are needed',
    disable: 'Close', enable: 'Reopen', disableTitle: 'Close access', disableAfter: (name: string) => `${name} is signed out everywhere at once and cannot come in. Their posts stay; end those separately.`, enableTitle: 'Reopen access', enableAfter: (name: string) => `${name} may sign in again.`, done: 'Saved',
    account: 'User name', accountTitle: (name: string) => `User name of ${name}`, username: 'User name', password: 'First password', passwordHint: 'At least 10 characters; they are signed out everywhere.', fillAccount: 'User name of 3 and password of 10 characters at least', more2: 'More',
    handles: 'may be sent requests', duty: (phone: string) => `duty ${phone}`, postCount: (count: number) => (count === 1 ? '1 post' : `${count} posts`), tree: 'Organisations as a tree', readOnly: 'Changes are made by the operator',
  },
})
