/** Why a call to another system brought nothing back; pages have a word for each. */
export type OutgoingFault =
  | 'addressUnreadable'
  | 'schemeNotAllowed'
  | 'credentialsInAddress'
  | 'portNotAllowed'
  | 'nameNotFound'
  | 'networkNotAllowed'
  | 'connectionFailed'
  | 'certificateRefused'
  | 'timedOut'
  | 'tooLarge'
  | 'tooManyRedirects'
  | 'answerBroken'
