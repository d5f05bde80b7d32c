import type { Program } from './program.ts'

/** The program that decides a `code` goal: it holds when the program completes with the value true. */
export function goalProgram(source: string): Program {
  return {
    entry: 'goal',
    arguments: [],
    modules: [{ name: 'goal', source: `async function goal(bot) {\n${source}\n}` }],
  }
}
