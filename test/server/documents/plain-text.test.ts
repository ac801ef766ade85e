import { describe, expect, it } from 'vitest'
import { renderPlainText } from '#server/documents/plain-text.ts'
import { fiveLanguages, orientation } from './sample-documents.ts'

const expected = `# Help that answers what you told us

How the new assistance program works, what it can do for you, and who never learns of it

## You said, we will

> First we change the work
> Rosters will be known four weeks ahead from 1 March. Teams in both warehouses redesign the peak hours themselves, with time set aside.

About two in three of us answered the survey. This weighs most:

[What weighs on people at Fjord Logistics, in percent of all 420]
Workload and pace         about 180 of our 420 (160 to 200)
Trust in confidentiality  about 150 of our 420 (125 to 175)
Money worries             about 120 of our 420 (95 to 145)
Sleep                     not shown

» Start with the work, not with the person.
» Wait ten seconds after the chart.

## What you can get

- Six talks with a counsellor, by phone, video or in person. Your family may use them, too.
- Financial counselling: a plan for debts, a letter to a creditor, a look at what you are owed.
- Legal advice by phone, half an hour a question.
- A sleep course for shift workers, in working hours.

Ways in, and who learns of it
You want                You do                       Who learns of it       First talk within
Somebody to talk to     Call the line, day or night  Nobody at work         3 days
Advice on money         Book on the program page     Nobody at work         10 days
Help for your team      Ask your manager or HR       The people you choose  14 days
Help after an incident  Call the line; we come       Those who were there   1 day

» Read out the second column of the table.

## How to reach us

1. Call or write. You say your name only if you want to.
2. We ask what is urgent, and find a person who knows about it.
3. You decide what happens next, and who is told.

Assistance line, day and night  020 55 01 23
Danger to life                  112
Staff representative            020 55 01 77

## What stays private

Nobody at work learns that you called: no manager, no colleague, not HR. We report once a year how many people came, never who, and no number below ten. There are two exceptions, and the counsellor names them at the beginning: when a life is in danger, and when a child is being harmed.

» Say the exceptions aloud. People trust what has limits.

---

Fjord Logistics, an invented organization
`

describe('a document as plain text', () => {
  it('reads as it will be told, with the presenter’s words', () => {
    expect(renderPlainText(orientation)).toBe(expected)
  })

  it('keeps the letters of five languages', () => {
    const text = renderPlainText(fiveLanguages)

    expect(text).toContain('# Fem språk på ett ark: å ä ö ø æ ă â î ș ț ĳ é')
    expect(text).toContain('» Les høyt på alle språk: æ ø å.')
  })

  it('carries no command for the terminal that shows it', () => {
    expect(renderPlainText({ ...orientation, title: 'a\u001b[31mb' })).toMatch(
      /^# a\[31mb\n/,
    )
  })

  it('never prints a number where a value is hidden', () => {
    expect(renderPlainText(orientation)).toMatch(/^Sleep +not shown$/m)
  })
})
