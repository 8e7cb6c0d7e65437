/** Why a call to another system brought nothing back; pages have a word for each. */
const OUTGOING_FAULTS = [
  'addressUnreadable',
  'schemeNotAllowed',
  'credentialsInAddress',
  'portNotAllowed',
  'nameNotFound',
  'networkNotAllowed',
  'connectionFailed',
  'certificateRefused',
  'timedOut',
  'tooLarge',
  'tooManyRedirects',
  'answerBroken',
] as const
export type OutgoingFault = (typeof OUTGOING_FAULTS)[number]
