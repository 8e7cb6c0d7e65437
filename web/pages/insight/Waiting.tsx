/** The room of a chart that is on its way. */
export const Waiting = () => <div className="in-wait" aria-busy="true" />
