import { percentOf } from '../../core/fraction.ts'
import type { Attendance, Share } from '../../core/frame/attendance.ts'
import { quotaOf } from '../../core/frame/quota.ts'
import type { NamingDesk } from '../naming.ts'
import { table } from '../table.ts'

/** How many targets each department of a joint task will visit, and how many of them together with others. */
export function attendanceLines(
  { say, window, named }: NamingDesk,
  { departments, joint, jointShare }: Attendance,
): string[] {
  const words = say.freeze.attendance
  const row = (name: string, { framed, least, most, mean }: Share) => {
    const visits = least === most ? String(most) : `${least}–${most}`
    return [name, String(framed), visits, quotaOf(1, mean)]
  }
  return [
    ...table(
      window,
      [words.department, words.framed, words.visits, words.mean],
      [...departments.map(own => row(named('departments', own.department), own)), row(words.joint, joint)],
      ['left', 'right', 'right', 'right'],
    ),
    ...(jointShare === null ? [] : [words.share(percentOf(jointShare))]),
  ]
}

/** The same for scripts. */
export function attendanceData({ departments, joint, jointShare }: Attendance): unknown {
  const data = ({ framed, least, most, mean }: Share) => ({ framed, least, most, mean: quotaOf(1, mean) })
  return {
    departments: departments.map(own => ({ department: own.department, ...data(own) })),
    joint: data(joint),
    jointShare: jointShare === null ? null : percentOf(jointShare),
  }
}
