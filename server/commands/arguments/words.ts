import type { Argument } from '../framework/argument.ts'
import { CommandSyntaxError } from '../framework/command-reader.ts'

/** A fixed word of a command. */
export function literal(word: string): Argument<string> {
  return {
    name: word,
    parser: null,
    read: (reader) => {
      const start = reader.cursor
      if (reader.word() !== word) throw new CommandSyntaxError('Incorrect argument for command', start, true)
      return word
    },
    suggest: () => [word],
  }
}

/** One of some words. @param message vanilla's text for any other; `%s` stands for the word */
export function choice<const Word extends string>(
  name: string,
  words: readonly Word[],
  message = 'Incorrect argument for command',
): Argument<Word> {
  return {
    name,
    parser: { name: 'brigadier:string', properties: 'SINGLE_WORD' },
    read: (reader) => {
      const start = reader.cursor
      const typed = reader.word()
      return words.find((word) => word === typed) ?? reader.fail(message.replace('%s', typed), start)
    },
    suggest: () => words,
  }
}

/** A single word of letters, digits, `.`, `+`, `-` and `_`. */
export function word(name: string, suggest: Argument<string>['suggest'] = () => []): Argument<string> {
  return {
    name,
    parser: { name: 'brigadier:string', properties: 'SINGLE_WORD' },
    read: (reader) => reader.word(),
    suggest,
  }
}

/** All the rest of the line. */
export function greedy(name: string, suggest: Argument<string>['suggest'] = () => []): Argument<string> {
  return {
    name,
    parser: { name: 'brigadier:string', properties: 'GREEDY_PHRASE' },
    read: (reader) => reader.read(/.*/),
    suggest,
  }
}

export function bool(name: string): Argument<boolean> {
  return {
    name,
    parser: { name: 'brigadier:bool' },
    read: (reader) => {
      const start = reader.cursor
      const typed = reader.word()
      if (typed !== 'true' && typed !== 'false') {
        reader.fail(`Invalid bool, expected 'true' or 'false' but found '${typed}'`, start)
      }
      return typed === 'true'
    },
    suggest: () => ['true', 'false'],
  }
}
