// SCREEN as a page of React and publicodes: a field for each input of the rules, a line for each program.

import { useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'

import { PROGRAMS } from '../../js/programs.mjs'
import { engine, INPUTS, INDUSTRIES, situation, YES_NO } from './rules.js'

const MONEY = new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' })

function Page() {
  const [answers, setAnswers] = useState({})
  const results = useMemo(() => {
    engine.setSituation(situation(answers))
    return PROGRAMS.map((program) => [program, engine.evaluate(program).nodeValue])
  }, [answers])
  const answer = (name) => (value) => setAnswers((answers) => ({ ...answers, [name]: value }))
  return (
    <>
      <h1>SCREEN</h1>
      <form>
        {INPUTS.map((name) => (
          <Field key={name} name={name} value={answers[name] ?? ''} onAnswer={answer(name)} />
        ))}
      </form>
      <ul id="results">
        {results.map(([program, amount]) => (
          <li key={program}>
            <span>{program}</span>
            <output>{inWords(amount)}</output>
          </li>
        ))}
      </ul>
    </>
  )
}

function Field({ name, value, onAnswer }) {
  const options = name === 'industry' ? INDUSTRIES : YES_NO.has(name) ? ['oui', 'non'] : null
  const change = (event) => onAnswer(event.target.value)
  return (
    <label>
      {name}
      {options === null ? (
        <input name={name} inputMode="decimal" value={value} onChange={change} />
      ) : (
        <select name={name} value={value} onChange={change}>
          {['', ...options].map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </label>
  )
}

function inWords(amount) {
  return amount === null ? '不符合' : amount === undefined ? '待定' : MONEY.format(amount)
}

createRoot(document.getElementById('app')).render(<Page />)
