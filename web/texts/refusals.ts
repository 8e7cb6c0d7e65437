/**
 * One sentence for each refusal of contracts/errors.ts: what happened, what is safe, what to do. Never a code.
 * A function gets the details the server sent with the refusal. Read through errors.ts, which loads this after the first
 * paint: most visits meet no refusal at all.
 */
import type { ErrorCode } from '#contracts/errors.ts'
import type { Lang } from '#web/platform/settings.ts'
import type { Sentence } from './sentence.ts'
import { dayTime, duration } from './time.ts'

const wait = (seconds: unknown, lang: Lang) => duration(Number(seconds ?? 60) * 1000, lang)

// prettier-ignore
export const SENTENCES: Record<ErrorCode, Sentence> = {
  malformed: { zh: '这里填得不对，请改一下。', en: 'Something here is not filled in correctly.' },
  body_too_large: { zh: '内容太多，请减一些。', en: 'That is too much at once; please shorten it.' },
  media_type_not_allowed: { zh: '这种文件收不了。', en: 'This kind of file cannot be taken.' },
  idempotency_key_required: { zh: '没发出去，请刷新页面再试。', en: 'Not sent. Reload the page and try again.' },
  idempotency_key_reused: { zh: '这一份已经发过了，改动的请另发一份。', en: 'This was already sent; send your changes as a new one.' },
  origin_not_allowed: { zh: '请从邻里自己的页面打开。', en: 'Please open this from Linli’s own pages.' },
  too_many_tries: ({ againInSeconds }) => ({ zh: `试得太多了，${wait(againInSeconds, 'zh-CN')}后再来。`, en: `Too many tries. Come back in ${wait(againInSeconds, 'en')}.` }),
  busy: { zh: '现在人多，请过一会儿再试。写的都还在。', en: 'Very busy just now. What you wrote is still here; try again in a while.' },
  not_found: { zh: '没找到，也可能您看不到它。', en: 'Not found, or not for you to see.' },
  method_not_allowed: { zh: '这样做不行，请刷新页面。', en: 'This cannot be done here. Please reload the page.' },
  internal: { zh: '我们这边出了错，写的都还在。请过一会儿再试。', en: 'Something broke on our side. What you wrote is still here; try again in a while.' },

  sign_in_required: { zh: '请先登录。写的都还在。', en: 'Please sign in. What you wrote is still here.' },
  right_required: { zh: '这件事要由相应岗位来办。', en: 'This belongs to another post.' },
  code_wrong: { zh: '验证码不对或已过期，请重新获取。', en: 'That code is wrong or out of date. Please ask for a new one.' },
  code_sent_recently: ({ againInSeconds }) => ({ zh: `验证码刚发过，${wait(againInSeconds, 'zh-CN')}后可再发。`, en: `A code was just sent. You can ask again in ${wait(againInSeconds, 'en')}.` }),
  password_wrong: { zh: '账号或密码不对。', en: 'Wrong name or password.' },
  password_too_common: { zh: '这个密码太常见，请换一个。', en: 'That password is too common; choose another.' },
  password_too_short: { zh: '密码太短，请加长。', en: 'That password is too short.' },
  username_taken: { zh: '这个账号有人用了。', en: 'That name is taken.' },
  phone_taken: { zh: '这个手机号已登记在别人名下。', en: 'That phone number already belongs to somebody.' },
  demo_only: { zh: '只有演示版能这样登录。', en: 'This way of signing in is for the demo only.' },
  link_not_valid: { zh: '这个链接用过了或已过期。', en: 'This link has been used or is out of date.' },

  place_not_found: { zh: '没找到这个地方，请在地图上选。', en: 'That place was not found; pick it on the map.' },
  place_not_a_home: { zh: '请选到户。', en: 'Please choose a home.' },
  location_outside: { zh: '这里不在本区。请选区内的地方，或拨 12345。', en: 'This lies outside the district. Pick a place inside it, or call 12345.' },
  location_required: { zh: '请说在哪儿：点地图，或选楼栋。', en: 'Please say where: tap the map or choose a building.' },
  organisation_not_found: { zh: '没找到这个单位。', en: 'That organisation was not found.' },
  person_not_found: { zh: '没找到这个人。', en: 'That person was not found.' },
  term_dates_wrong: { zh: '任期的起止日期不对。', en: 'The dates of the term do not fit.' },
  post_already_held: { zh: '这个岗位已经有人了。', en: 'Somebody already holds this post.' },

  not_permitted: { zh: '这一步要由别人来办。', en: 'This step belongs to somebody else.' },
  step_not_available: { zh: '这件事已经往下走了，请看最新的。', en: 'It has moved on; please look at the latest.' },
  already_claimed: { zh: '刚被接走了。', en: 'Somebody has just taken it.' },
  request_moved_on: { zh: '刚有人动过这件事，请看一眼再办。写的都还在。', en: 'Somebody just took a step. Have a look, then go on; what you wrote is still here.' },
  field_required: { zh: '这里要填。', en: 'This needs to be filled in.' },
  text_or_photo_required: { zh: '写两个字，或拍一张。', en: 'Write a few words or take a photo.' },
  evidence_required: { zh: '请附上办好的照片。', en: 'Please add a photo of the result.' },
  reason_not_listed: { zh: '请从列出的理由里选。', en: 'Please choose one of the listed reasons.' },
  category_not_found: { zh: '没有这个类别，请重选。', en: 'There is no such category; choose again.' },
  category_not_ours: ({ signpost }) => ({ zh: `这件事不归社区办。${signpost ?? '请拨 12345。'}`, en: `The community cannot do this. ${signpost ?? 'Please call 12345.'}` }),
  handler_not_found: { zh: '没找到办理人。', en: 'That handler was not found.' },
  handler_one_of_two: { zh: '派给一家单位或一个岗位，二选一。', en: 'Send it to one organisation or one post.' },
  handler_cannot_supervise: { zh: '办理人不能督办自己。', en: 'The handler cannot supervise their own work.' },
  handler_cannot_decide: { zh: '要由别人来定，办理人不能自己批。', en: 'Somebody else must decide; not the handler.' },
  decision_binding: { zh: '已经裁定，不能再退。', en: 'This was decided and is binding.' },
  ladder_order: { zh: '要一级一级上会。', en: 'It climbs one meeting at a time.' },
  ladder_top: { zh: '已经到最高一级会了。', en: 'It is already at the highest meeting.' },
  date_in_past: { zh: '这个时间已经过了，请选以后的。', en: 'That time has passed; choose a later one.' },
  urge_too_soon: ({ until }) => ({
    zh: until ? `已催过，${dayTime(String(until), new Date(), 'zh-CN')} 后可再催。` : '刚催过，过一会儿可再催。',
    en: until ? `Already urged. Again after ${dayTime(String(until), new Date(), 'en')}.` : 'Just urged; again in a while.',
  }),
  merge_with_itself: { zh: '不能并到自己身上。', en: 'It cannot be merged with itself.' },
  merge_cycle: { zh: '这两件已经并在一起了。', en: 'These two are already merged.' },
  merge_target_closed: { zh: '那一件已经结案，不能并入。', en: 'That one is closed; nothing can be merged into it.' },
  merge_other_community: { zh: '不是同一个社区的事，不能并。', en: 'They belong to different communities.' },
  join_own: { zh: '这就是您报的。', en: 'This is your own.' },
  already_joined: { zh: '您已经关注了。', en: 'You already follow it.' },
  not_joinable: { zh: '这件事不能关注。', en: 'This one cannot be followed.' },
  already_rated: { zh: '您已经评过了。', en: 'You have already rated it.' },
  reopen_too_late: { zh: '过了可以重办的时间，请新报一件。', en: 'Too late to reopen; please report it anew.' },
  ask_pending: { zh: '上一个申请还没批。', en: 'The last ask is still waiting.' },
  no_ask_pending: { zh: '没有等着批的申请。', en: 'Nothing is waiting to be granted.' },
  no_phone: { zh: '没有留电话。', en: 'No phone number was left.' },
  reveal_limit: { zh: '今天查看得太多了，明天再看，或请负责人批。', en: 'Too many opened today. Try tomorrow, or ask the person in charge.' },
  search_too_short: { zh: '再多写一个字。', en: 'Type one more character.' },

  photo_missing: { zh: '没收到照片，请再选一次。', en: 'No photo arrived; choose it again.' },
  photo_empty: { zh: '这张照片是空的，请换一张。', en: 'That photo is empty; choose another.' },
  photo_too_large: { zh: '这张照片超过 10 兆，请换一张。', en: 'That photo is larger than 10 MB; choose another.' },
  photo_too_many_pixels: { zh: '这张照片尺寸太大，请换一张。', en: 'That photo has too many pixels; choose another.' },
  photo_not_readable: { zh: '这张照片打不开，请换一张。', en: 'That photo cannot be opened; choose another.' },
  photo_kind_not_allowed: { zh: '请用 JPEG、PNG 或 WebP 照片。', en: 'Please use a JPEG, PNG or WebP photo.' },
  photo_heic_not_supported: { zh: '这种照片打不开。请在相机设置里选“兼容性最佳”，或截屏再发。', en: 'This format cannot be opened. Choose “Most Compatible” in the camera settings, or send a screenshot.' },
  photo_too_slow: { zh: '这张照片处理太久，请换一张小些的。', en: 'That photo took too long; try a smaller one.' },
  photo_not_found: { zh: '照片没传上，请重新选。', en: 'That photo is not there; choose it again.' },
  photo_too_many: { zh: '最多 9 张。', en: 'Nine photos at most.' },
  photo_quota: { zh: '今天传的照片太多了，明天再传。', en: 'Too many photos today; try again tomorrow.' },
  storage_full: { zh: '存照片的地方满了，文字可以先发。', en: 'There is no room for photos; the words can be sent.' },
}
