// JSON logic for what the documents say more than once.

/** What is asked of the enterprise or, within a list, of the row. */
export const field = (name) => ({ var: name })

export const not = (condition) => ({ '!': condition })

export const equals = (one, other) => ({ '===': [one, other] })

export const reaches = (value, limit) => ({ '>=': [value, limit] })

/** An amount for who meets the conditions; null, a refusal, for who does not. */
export const paid = (conditions, amount) => ({ if: [{ and: conditions }, amount, null] })

/** A recognition is new in this year or the one before. */
export const isNew = (when, year) => ({ '<=': [{ '-': [year, 1] }, when, year] })
