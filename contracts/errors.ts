/**
 * Every refusal of the system: code → HTTP status. The web has one sentence for each in both languages (web/texts/errors.ts);
 * a test holds the lists together.
 */
export const ERRORS = {
  // Shape of a call
  malformed: 400, // details.field names the field, details.problem what is wrong with it
  body_too_large: 413,
  media_type_not_allowed: 415,
  idempotency_key_required: 400,
  idempotency_key_reused: 422, // same key, other content
  origin_not_allowed: 403,
  too_many_tries: 429, // details.againInSeconds
  busy: 503,
  not_found: 404, // also what one may not see
  method_not_allowed: 405,
  internal: 500,

  // Signing in
  sign_in_required: 401,
  right_required: 403,
  code_wrong: 401, // also: expired, used, tried too often, meant for another attempt
  code_sent_recently: 429,
  password_wrong: 401,
  password_too_common: 422,
  password_too_short: 422,
  username_taken: 409,
  phone_taken: 409,
  demo_only: 403,
  link_not_valid: 410,

  // Places, people, posts
  place_not_found: 422,
  place_not_a_home: 422,
  place_level_wrong: 422, // a place of this level does not lie in one of that level
  place_name_taken: 409, // among the places beside it
  place_in_use: 409, // details.because: what still refers to it
  place_too_many: 422, // details.most
  division_not_found: 422,
  division_outside: 422, // lies in another district
  divisions_missing: 503, // the data set was not built
  location_outside: 422, // the point lies in no place of this district
  location_required: 422,
  organisation_not_found: 422,
  person_not_found: 422,
  term_dates_wrong: 422,
  post_already_held: 409,

  // Organisations, posts, choosing leaders
  organisation_form_wrong: 422, // a party organisation says of which form, nothing else does
  organisation_place_wrong: 422, // details.level: nothing of this kind stands there
  organisation_parent_wrong: 422, // a circle, or a committee below a branch
  organisation_in_use: 409, // details.requests, posts, organisations: what must be settled first
  post_in_use: 409,
  appoint_above_own: 403,
  appoint_oneself: 403,
  instructor_full: 409, // a fourth compound needs a reason
  membership_wrong: 422, // only alliances and joint committees have members
  already_there: 409,
  chain_level_wrong: 422, // details.number
  selection_seats_wrong: 422,
  selection_dates_wrong: 422,
  candidate_already: 409,
  candidate_not_ready: 409, // not agreed, withdrawn, or refused
  vetting_step_taken: 409,

  // Households and owners
  contact_not_in_household: 422,
  area_without_source: 422,
  owners_missing: 422,
  ownership_dates_wrong: 409, // a sale before the day from which the present owner owns
  field_not_registered: 422, // a field without purpose, basis, level and retention cannot be kept
  value_not_allowed: 422, // details.field
  consent_missing: 409, // the field is kept only while consent to its purpose lives
  notice_outdated: 409, // the notice has changed since it was read
  still_in_post: 409, // whoever answers for something hands it over first
  ask_already_answered: 409,

  // Grids
  grid_scope_wrong: 422, // a place of this level is not cut into grids of that level
  grid_not_found: 422,
  grid_name_twice: 422, // details.name
  grid_empty: 422, // details.name
  grid_building_unknown: 422, // a building that does not stand there, or no longer
  grid_building_twice: 422, // details.names
  grid_building_left_out: 422, // details.names
  grid_splits_compound: 422, // details.name
  grid_crosses: 422, // an area that lies in two grids; details.name
  grid_outline_wrong: 422, // crosses itself, or holds nothing
  grid_outlines_overlap: 422, // details.names
  grid_hole_unsaid: 422, // details.areaM2
  grid_change_done: 409, // begun or cancelled before
  outlines_not_geojson: 422,
  outlines_too_large: 413,
  outlines_too_many_points: 422, // details.most, details.features
  outline_not_area: 422, // a point or a line, or numbers that are none
  outline_not_closed: 422,
  outline_far_away: 422,
  outline_turned: 422, // latitude before longitude

  // Requests
  not_permitted: 403,
  step_not_available: 409, // details.action, details.status
  already_claimed: 409,
  request_moved_on: 409, // somebody took a step since the page was loaded
  field_required: 422, // details.field
  text_or_photo_required: 422,
  evidence_required: 422,
  reason_not_listed: 422,
  category_not_found: 422,
  category_not_ours: 422, // details.signpost: where to go instead
  handler_not_found: 422,
  handler_one_of_two: 422, // organisation or post, not both, not neither
  handler_cannot_supervise: 403,
  handler_cannot_decide: 403, // the handler may not approve their own ask, nor confirm in the reporter’s place
  decision_binding: 409, // a binding decision was made: no further return or dispute
  ladder_order: 422,
  ladder_top: 409,
  date_in_past: 422,
  urge_too_soon: 429, // details.until
  merge_with_itself: 422,
  merge_cycle: 409,
  merge_target_closed: 409,
  merge_other_community: 422,
  join_own: 409,
  already_joined: 409,
  not_joinable: 409,
  already_rated: 409,
  reopen_too_late: 409,
  ask_pending: 409,
  no_ask_pending: 409,
  no_phone: 409,
  reveal_limit: 429,
  search_too_short: 422,

  // Figures
  figures_period: 422, // ends before it begins, longer than three years, or before 2000
  figures_one_cut: 422, // category, channel and organisation are looked at one at a time
  figures_too_old: 422, // details.from: before this day a cut, a compound and a grid are known by whole months

  // Pairings and plans
  pairing_own_home: 422, // nobody is paired with their own home
  pairing_refused_before: 409, // declined, or ended by one of the two
  home_already_paired: 409,
  plan_not_permitted: 403, // details.right: what is needed over the whole place
  plan_moved_on: 409, // somebody changed the proposal since the page was loaded
  plan_outdated: 409, // buildings or homes changed since it was solved
  plan_nothing_to_cut: 422, // no building with an outline or a point
  plan_nobody_to_pair: 422, // no member, or no home, in this place
  plan_too_large: 422, // details.most
  plan_edit_wrong: 422,
  plan_date_past: 422,

  // Members and plates
  already_member: 409,
  not_a_member: 409, // or not confirmed yet
  member_not_confirmed: 409,
  relation_one_of_two: 422, // with an organisation here or elsewhere, not both
  home_required: 422,
  notice_changed: 409, // another version of the notice stands now
  choice_not_listed: 422,
  unit_not_told: 409, // the member did not agree to a sheet for the unit
  plate_tells_who: 422,
  plate_lit: 409,
  own_plate: 409,
  asked_enough: 429, // details.until

  // Check-up
  standard_parameter_wrong: 422, // details.field

  // Photos
  photo_missing: 400,
  photo_empty: 422,
  photo_too_large: 413,
  photo_too_many_pixels: 422,
  photo_not_readable: 422,
  photo_kind_not_allowed: 415,
  photo_heic_not_supported: 415,
  photo_too_slow: 422,
  photo_not_found: 422,
  photo_too_many: 422,
  photo_quota: 429,
  storage_full: 507,

  // Connections to other systems
  address_not_allowed: 422, // details.why: a word of contracts/outgoing.ts
  connection_paused: 409,
  key_for_new_address: 422, // a stored key is sent to nobody for whom it was not entered
  peer_organisation_taken: 409, // stands for another server already
  // Keys of other systems
  key_not_valid: 401, // unknown, expired or revoked: which of them is not said
  key_scope_required: 403, // details.scope; none: no key opens this
  key_revoked: 409,
  key_date_past: 422,

  // Imports
  sheet_missing: 400,
  sheet_empty: 422,
  sheet_too_large: 413,
  sheet_kind_not_allowed: 415, // details.kind: xls, numbers, ods, xlsb, pdf …
  sheet_locked: 422,
  sheet_not_readable: 422,
  sheet_unpacks_too_large: 422,
  sheet_too_many_rows: 422,
  sheet_too_slow: 422,
  import_not_now: 409, // it is being read, is running, or is over
  import_nothing_chosen: 422,
  import_in_use: 409, // details.what: later work that stands on it
  import_quota: 429,

  // Bulletins and documents
  bulletin_kind_wrong: 422, // this kind is made for places of another level
  bulletin_period_wrong: 422, // not begun yet, or too long ago
  bulletin_changed: 409, // somebody else saved since it was read
  bulletin_withdrawn: 409,
  bulletin_not_published: 409,
  bulletin_correction_needs_note: 422,
  bulletin_nothing_changed: 409,
  document_characters_missing: 422, // details.characters: what the letters of documents lack
  // Exports
  export_purpose_required: 422,
  export_no_map: 422, // this list has no places
  export_no_place: 422, // a list about persons is of a place
  export_too_many: 422, // details.most
  export_month_full: 422, // details.left, details.month
  export_own: 403, // nobody lets themself
  export_not_waiting: 409,
  export_many_running: 429, // details.most
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof ERRORS
