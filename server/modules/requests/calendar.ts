/** The working calendar that clocks are read by. One for all districts until a district sets its own hours. */
import { shanghaiCalendar } from '#platform/calendar/shanghai.ts'

export const CALENDAR = shanghaiCalendar()
