/**
 * Everything that can be said about a row of an imported file: how grave it is, and the sentence with what to do. The page
 * shows it at the cell; the file of bad rows carries it in its reason column. {braces} are filled from the problem's facts.
 *
 * error: the row does not go in. warning: it goes in, and something of it is left aside. note: the row is left out by itself.
 */
export const SEVERITIES = ['error', 'warning', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

type Row = { severity: Severity; zh: string; en: string }

// prettier-ignore
export const IMPORT_PROBLEMS = {
  needed:            { severity: 'error', zh: '这一格不能空着，请填写。', en: 'This cell may not be empty. Fill it in.' },
  name_unreadable:   { severity: 'error', zh: '“{text}”不像姓名，请只填一个人的姓名。', en: '“{text}” does not look like a name. Write one person’s name only.' },
  home_unreadable:   { severity: 'error', zh: '看不出“{text}”是哪一户，请写成“8栋2单元301室”或“8-2-301”。', en: '“{text}” names no home. Write it as 8-2-301.' },
  compound_unknown:  { severity: 'error', zh: '所选范围里没有叫“{text}”的小区，请改成登记的名称，或先建这个小区。', en: 'The chosen area has no compound called “{text}”. Use its registered name, or make the compound first.' },
  compound_needed:   { severity: 'error', zh: '所选范围有多个小区，请加一列小区名称，或把范围选到一个小区。', en: 'The chosen area has several compounds. Add a column with the compound, or choose one compound.' },
  place_unknown:     { severity: 'error', zh: '还没有登记{text}。请勾选“自动新建缺少的楼栋和房屋”，或先建好再导入。', en: '{text} is not registered. Tick “make what is missing”, or make it first.' },
  grid_unknown:      { severity: 'warning', zh: '小区里没有叫“{text}”的网格，楼栋先直接放在小区下。', en: 'The compound has no grid called “{text}”; the building is placed under the compound.' },
  phone_unreadable:  { severity: 'warning', zh: '“{text}”不是手机号码，不录入。请填 11 位手机号。', en: '“{text}” is no mobile number and is left aside. Write 11 digits.' },
  phone_further:     { severity: 'warning', zh: '有多个号码，只录入第一个。', en: 'Several numbers; only the first is entered.' },
  phone_placeholder: { severity: 'warning', zh: '这个号码看来是凑数的（多人相同），不录入。', en: 'This number seems to be a filler (many people share it) and is left aside.' },
  phone_shared:      { severity: 'warning', zh: '号码与第 {row} 行的另一个人相同，只记在那个人名下。', en: 'The same number stands at row {row} for somebody else and is entered there only.' },
  phone_of_another:  { severity: 'error', zh: '这个号码已登记在另一个姓名下。请核对姓名和号码；如果号码换了人，请先在登记里更改。', en: 'This number is registered under another name. Check name and number; if it changed hands, change the register first.' },
  identity_wrong:    { severity: 'warning', zh: '身份证号的校验位不对，请与本人核对。号码本身不保存。', en: 'The identity number’s check digit is wrong; check with the person. The number itself is not kept.' },
  identity_shared:   { severity: 'warning', zh: '第 {row} 行的另一个人用了同一个身份证号，必有一个写错，请核对。号码本身不保存。', en: 'Row {row} has the same identity number for another person; one is wrong. The number itself is not kept.' },
  same_name:         { severity: 'warning', zh: '与第 {row} 行同名，按两个人录入。如果是同一个人，请补上相同的手机号。', en: 'Same name as row {row}; entered as two people. If they are one, give both the same number.' },
  same_row:          { severity: 'note', zh: '与第 {row} 行重复，只录入一次。', en: 'Repeats row {row}; entered once.' },
  date_unreadable:   { severity: 'error', zh: '“{text}”不是日期，请写成 2026-03-01。', en: '“{text}” is no date. Write it as 2026-03-01.' },
  area_unreadable:   { severity: 'error', zh: '“{text}”不是面积，请只填平方米数，如 94.56。', en: '“{text}” is no area. Write square metres only, such as 94.56.' },
  area_differs:      { severity: 'error', zh: '同一户在第 {row} 行的面积不同，请改成一致。', en: 'Row {row} gives another area for the same home. Make them agree.' },
  number_unreadable: { severity: 'error', zh: '“{text}”不是这里可用的数，请填 {least} 到 {most} 之间的整数。', en: '“{text}” is no number for this. Write a whole number from {least} to {most}.' },
  word_unknown:      { severity: 'error', zh: '不认识“{text}”，可以填：{words}。', en: '“{text}” is not known here. It may be: {words}.' },
  share_unreadable:  { severity: 'error', zh: '“{text}”不是份额，请写成 50% 或 1/2。', en: '“{text}” is no share. Write 50% or 1/2.' },
  ref_unknown:       { severity: 'warning', zh: '名单里没有编号“{text}”，房屋照常录入，业主暂缺。', en: 'No row of the roster has the number “{text}”; the home is entered without an owner.' },
  ref_repeated:      { severity: 'warning', zh: '编号“{text}”在第 {row} 行也有，以那一行为准。', en: 'Row {row} has the number “{text}” too, and counts.' },
  ref_used:          { severity: 'note', zh: '按编号并入房屋那一行，不单独录入。', en: 'Taken into the row of its home by number; not entered by itself.' },
  ref_unused:        { severity: 'note', zh: '没有一户用到这个编号，不录入。', en: 'No home refers to this number; not entered.' },
  role_not_kept:     { severity: 'note', zh: '临时人员不登记。', en: 'Temporary people are not registered.' },
  gone:              { severity: 'note', zh: '表上注明已迁出或已故，不录入。', en: 'The file says that the person has left or died; not entered.' },
  help_row:          { severity: 'note', zh: '这一行是填写说明，不录入。', en: 'This row explains how to fill in the file; not entered.' },
  beside_row:        { severity: 'note', zh: '这一行没有要导入的内容。', en: 'This row holds nothing to import.' },
  owner_already:     { severity: 'error', zh: '业主名册上这一户已有别的业主。如果换了业主，请在业主名册里办理变更。', en: 'The owners’ roll has another owner for this home. If it changed hands, record that on the roll.' },
  organisation_unknown: { severity: 'error', zh: '没有叫“{text}”的组织，请先建立或先导入组织表。', en: 'There is no organisation called “{text}”. Make it, or import the organisations first.' },
  organisation_there:   { severity: 'note', zh: '这个组织已经登记，不重复录入。', en: 'This organisation is registered already.' },
  post_held:         { severity: 'error', zh: '这个岗位已有人担任，请先在岗位里办理交接。', en: 'Somebody holds this post. Hand it over in the posts first.' },
  post_above:        { severity: 'error', zh: '这个岗位的权限高于您的岗位，请由上级设立。', en: 'This post carries more than yours does. Ask those above to make it.' },
  member_there:      { severity: 'note', zh: '已在党员名册上，不重复录入。', en: 'Already on the roll of members.' },
  organisation_kind: {
    severity: 'error',
    zh: '看不出是哪种组织，请加一列“组织类型”。',
    en: 'What kind of organisation it is cannot be told. Add a column with its kind.',
  },
  organisation_place: {
    severity: 'error',
    zh: '这种组织不能设在这一级，请改小区、网格或楼栋列，或改组织类型。',
    en: 'This kind of organisation does not stand at this level. Change its place or its kind.',
  },
  parent_wrong: {
    severity: 'error',
    zh: '上级组织级别不对：支部之下不能有党委，小组之下不能有支部。',
    en: 'The parent is of the wrong rank: no committee stands below a branch, no branch below a group.',
  },
  term_dates: {
    severity: 'error',
    zh: '任职日期不对：止期不能早于起期，也不能早于今天。',
    en: 'The dates of the term are wrong: it ends neither before it begins nor before today.',
  },
  instructor_full: {
    severity: 'error',
    zh: '一名党建指导员最多指导三个小区，请换一人。',
    en: 'An instructor guides three compounds at most; choose somebody else.',
  },
  changed_meanwhile: { severity: 'error', zh: '检查之后登记有了变化，这一行没能录入，请再导入一次。', en: 'The registers changed after the check; this row did not go in. Import it again.' },
} as const satisfies Record<string, Row>

export type ProblemCode = keyof typeof IMPORT_PROBLEMS
export const PROBLEM_CODES = Object.keys(IMPORT_PROBLEMS) as ProblemCode[] // its own keys

/** The sentence with its facts put in. */
export function problemSentence(
  { code, facts }: { code: ProblemCode; facts: Readonly<Record<string, string | number>> },
  language: 'zh' | 'en',
): string {
  return IMPORT_PROBLEMS[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}
