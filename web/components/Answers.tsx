/** The answer buttons of a question, side by side, or under one another where large print needs the width. */
import type { ReactNode } from 'react'
import './Button.css'

export const Answers = ({ children }: { children: ReactNode }) => <div className="answers">{children}</div>
