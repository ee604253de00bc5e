/// The parameters, levers and scenario of the small valid data folder. Every figure is invented.
let parameterText =
  """
  - id: entries.rate
    label: Children starting to be looked after
    unit: /child/year
    by: age
    valid: [0, 1]
    after_last: hold
    values:
      - from: 2018-04-01
        basis: assumed
        reason: Invented.
        value: {0: 0.005, 10-15: 0.002, 16-17: 0.004}
        spread: {family: gamma, cv: 0.04}
      - from: 2027-04-01
        basis: assumed
        reason: Invented.
        value: {0: 0.006, 10-15: 0.003, 16-17: 0.005}
        spread: {family: gamma, cv: 0.04}
  - id: cost
    label: Cost of a place
    unit: GBP/child/week
    prices: 2024-25
    valid: [0, 10000]
    after_last: {index: prices}
    values:
      - from: 2023-04-01
        basis: assumed
        reason: Invented.
        value: 1000
        spread: {family: log-normal, cv: 0.1}
  - id: price.drift.homes
    label: Drift
    unit: /year
    valid: [-1, 1]
    after_last: hold
    values:
      - from: 2023-04-01
        basis: assumed
        reason: Invented.
        value: 0.01
        spread: {family: normal, cv: 0.1}
  - id: programme.profile
    label: Profile
    unit: GBP-million
    prices: not-stated
    by: programme_year
    valid: [0, 5000]
    after_last: hold
    values:
      - from: 2022-04-01
        basis: assumed
        reason: Invented.
        value: {1: 40, 2: 80}
        spread: {family: log-normal, cv: 0.1}
  - id: programme.price.start
    label: Price of a start
    unit: GBP-million
    prices: cash
    by: programme_year
    valid: [0, 5000]
    after_last: hold
    values:
      - from: 2022-04-01
        basis: assumed
        reason: Invented.
        value: {1: 20, 2: 30}
        spread: {family: log-normal, cv: 0.1}
  - id: share
    label: Shares that add up
    unit: share
    by: [age, place]
    valid: [0, 1]
    after_last: hold
    values:
      - from: 2018-04-01
        basis: assumed
        reason: Invented.
        value: {0: {a: 0.25, b: 0.25, c: 0.5}, 16-17: {a: 0.5, b: 0.125, c: 0.375}}
        spread: {family: log-normal, cv: 0.1}
  """ + "\n" + strand("help", 300) + strand("kin", 100)

private func strand(_ id: String, _ total: Int) -> String {
  """
  - id: programme.strand.\(id)
    label: Spending on \(id)
    unit: GBP-million
    prices: not-stated
    valid: [0, 5000]
    after_last: hold
    values:
      - from: 2022-04-01
        basis: assumed
        reason: Invented.
        value: \(total)
        spread: {family: log-normal, cv: 0.1}

  """
}

let helpText = """
  id: help
  label: Help
  question: What if families had help?
  description: Invented.
  strand: help
  grade: trial
  actions:
    - parameter: entries.rate
      operation: multiply
      effect: 0.6
      spread: {family: uniform, low: 0.2, high: 1}
      applies_from: 0
      reach: {value: 0.5, reason: Invented.}
      decay: 0
  phasing: [0.25, 0.75]
  sources:
    - {id: invented, at: table 1}
  direction: {children-in-care: down}
  """

let earlyText = """
  id: early
  label: Early
  question: What if help came early?
  description: Invented; without its own spending.
  grade: assumed
  reason: Invented.
  actions:
    - parameter: entries.rate
      keys: {age: [10-15, 16-17]}
      operation: multiply
      effect: 0.8
      spread: {family: log-normal, cv: 0.1}
      applies_from: 1
      reach: {value: 1, reason: Invented.}
      decay: 0.5
    - parameter: cost
      operation: add
      effect: -100
      spread: {family: normal, cv: 0.1}
      applies_from: 0
      reach: {value: 1, reason: Invented.}
      decay: 0
  phasing: [1]
  sources: []
  direction: {children-in-care: down, net-spending: down}
  """

let kinText = """
  id: kin
  label: Kin
  question: What if kin were paid?
  description: Invented.
  strand: kin
  grade: none-published
  actions:
    - parameter: entries.rate
      operation: multiply
      effect: 1
      spread: {family: fixed, reason: None is published.}
      applies_from: 0
      reach: {value: 1, reason: Invented.}
      decay: 0
  phasing: [1]
  sources:
    - {id: invented, at: table 1}
  """

let reformText = """
  id: reform
  title: Reform
  question: What if all were done?
  author: Nobody
  reference: None
  base: today
  levers:
    - {id: help, start: 2025-26, reason: Invented.}
    - {id: kin, start: 2026-27, strength: 0.5, reason: Invented.}
  overrides:
    - path: cost
      set: 1200
      unit: GBP/child/week
      from: 2025-04-01
      reason: Invented.
  """

/// A lever that closes a category of shares, with a price of its own.
let closeText = """
  id: close
  label: Close
  question: What if one were closed?
  description: Invented.
  price: start
  grade: assumed
  reason: Invented.
  actions:
    - parameter: share
      keys: {place: [a]}
      operation: reshare
      effect: 0
      spread: {family: uniform, low: 0, high: 0.5}
      applies_from: 0
      reach: {value: 1, reason: Invented.}
      decay: 0
  phasing: [0.5, 0.5]
  sources: []
  direction: {net-spending: up}
  """
